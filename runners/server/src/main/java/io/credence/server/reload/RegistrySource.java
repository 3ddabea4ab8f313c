package io.credence.server.reload;

import io.credence.registry.Alias;
import io.credence.registry.ModelHistory;
import io.credence.registry.RefusedException;
import io.credence.registry.Registry;
import io.credence.registry.RegistryLocation;
import io.credence.registry.Resolved;
import io.credence.registry.signature.TrustedKeys;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What a registry names. Its log is read once; then only what is behind its last event is looked
 * for, which is one request to a store.
 *
 * <p>Not thread-safe.
 */
public final class RegistrySource implements ModelSource {

  private final Registry registry;
  private final RegistryLocation named;
  private final @Nullable TrustedKeys keys;
  private @Nullable ModelHistory known;
  private @Nullable Resolved trusted;

  /**
   * @param keys of which one must have signed what is served; null where it need not be signed
   */
  public RegistrySource(Registry registry, RegistryLocation named, @Nullable TrustedKeys keys) {
    this.registry = registry;
    this.named = named;
    this.keys = keys;
  }

  @Override
  public String location() {
    return named.toString();
  }

  @Override
  public @Nullable String alias() {
    return known == null ? null : known.alias(named.which()).map(Alias::name).orElse(null);
  }

  @Override
  public Offer offer() throws IOException, RefusedException {
    ModelHistory history =
        known == null ? registry.history(named.model()) : registry.history(known);
    known = history;
    Resolved resolved = registry.resolve(history, named.which());
    if (keys != null && !resolved.equals(trusted)) {
      registry.requireSigned(resolved, keys);
      trusted = resolved;
    }
    return new Offer(resolved.folder(), resolved);
  }
}
