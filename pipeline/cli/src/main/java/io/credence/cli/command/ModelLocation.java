package io.credence.cli.command;

import io.credence.beam.ModelRef;
import io.credence.beam.RegistryEntry;
import io.credence.registry.RefusedException;
import io.credence.registry.Registry;
import io.credence.registry.RegistryLocation;
import io.credence.registry.Resolved;
import io.credence.registry.signature.TrustedKeys;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a model is read from. A name in a registry is resolved once; what it comes to stays, also
 * when an alias moves meanwhile.
 *
 * @param folder the folder of the model
 * @param isOfThisMachine as {@link Locations#isOfThisMachine}
 * @param named how a registry named it; null when it is a folder of its own
 */
record ModelLocation(String folder, boolean isOfThisMachine, @Nullable Named named) {

  /** A location of a registry, and what it came to. */
  private record Named(RegistryEntry entry, Resolved resolved) {}

  /**
   * Finds out what a location names.
   *
   * @param trustedKeys files of public keys, of which one must have signed it; none where it need
   *     not be signed
   * @throws IllegalArgumentException when a registry has no such model
   * @throws IOException when the registry can't be read
   */
  static ModelLocation of(String location, List<String> trustedKeys) throws IOException {
    if (!RegistryLocation.isOne(location)) {
      if (!trustedKeys.isEmpty()) {
        throw new IllegalArgumentException(
            "--trustedKeys needs a version of a registry, which keeps signatures; name one by"
                + " registry:URI/NAME@ALIAS, or leave --trustedKeys out");
      }
      return new ModelLocation(
          Locations.absolute(location), Locations.isOfThisMachine(location), null);
    }
    RegistryLocation named = RegistryLocation.parse(location);
    try {
      Registry registry = Registries.at(named.registry());
      Resolved resolved = registry.resolve(named);
      if (!trustedKeys.isEmpty()) {
        registry.requireSigned(
            resolved, TrustedKeys.read(trustedKeys.stream().map(Path::of).toList()));
      }
      return new ModelLocation(
          resolved.folder().location(),
          Locations.isOfThisMachine(named.registry()),
          new Named(new RegistryEntry(location, resolved.event()), resolved));
    } catch (RefusedException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /** Whether a location, rightly formed or not, is one of this machine. */
  static boolean isOfThisMachine(String location) {
    return Locations.isOfThisMachine(RegistryLocation.store(location));
  }

  /**
   * The model that was loaded from the folder, with how it was named.
   *
   * @throws IOException when it is not the registry's any more
   */
  ModelRef checked(ModelRef model) throws IOException {
    if (named == null) {
      return model;
    }
    try {
      named.resolved().requireDigest(model.digest().hex());
    } catch (RefusedException e) {
      throw new IOException(e.getMessage(), e);
    }
    return model.named(named.entry());
  }
}
