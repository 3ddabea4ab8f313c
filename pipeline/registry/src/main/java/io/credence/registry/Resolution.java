package io.credence.registry;

import io.credence.registry.store.RegistryStore;
import java.util.List;
import java.util.Optional;

/** Finds what a name means in a history. */
final class Resolution {

  private final ModelHistory history;

  Resolution(ModelHistory history) {
    this.history = history;
  }

  Resolved of(String which, RegistryStore store) throws RefusedException {
    if (history.events().isEmpty()) {
      throw new RefusedException(
          "%s holds no model '%s'".formatted(store.location(), history.name()));
    }
    if (which.startsWith(RegistryLocation.SHA256)) {
      ModelVersion version = digested(which.substring(RegistryLocation.SHA256.length()));
      return resolved(version, version.registered().number(), store);
    }
    Optional<Alias> alias = history.alias(which);
    String named = alias.map(Alias::version).orElse(which);
    ModelVersion version =
        history
            .version(named)
            .orElseThrow(
                () ->
                    new RefusedException(
                        "%s has no alias and no version '%s'; %s; %s"
                            .formatted(
                                history.name(),
                                which,
                                Decisions.versions(history),
                                Decisions.aliases(history))));
    int event = alias.map(Alias::event).orElse(version.registered().number());
    return resolved(version, event, store);
  }

  private ModelVersion digested(String digest) throws RefusedException {
    List<ModelVersion> found = history.digested(Names.requireDigest(digest));
    if (found.size() == 1) {
      return found.get(0);
    }
    throw new RefusedException(
        found.isEmpty()
            ? "no version of %s has a digest that begins with %s".formatted(history.name(), digest)
            : "%s and %s of %s have digests that begin with %s: give more of it"
                .formatted(found.get(0).version(), found.get(1).version(), history.name(), digest));
  }

  private Resolved resolved(ModelVersion version, int event, RegistryStore store) {
    return new Resolved(
        history.name(),
        version.version(),
        version.registration().digest(),
        new VersionFolder(store, history.name() + "/" + version.registration().folder()),
        event);
  }
}
