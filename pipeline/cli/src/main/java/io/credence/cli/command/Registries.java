package io.credence.cli.command;

import io.credence.registry.Registry;
import io.credence.registry.store.LocalRegistryStore;
import java.nio.file.Path;
import java.time.Clock;

/** Opens registries, wherever they are kept. */
final class Registries {

  private Registries() {}

  /**
   * A registry.
   *
   * @param location a local path
   * @throws IllegalArgumentException when no registry can be kept there
   */
  static Registry at(String location) {
    String absolute = Locations.absolute(location);
    if (!Locations.isOfThisMachine(absolute)) {
      throw new IllegalArgumentException(
          location + ": a registry is kept on a disk, by a local path");
    }
    return new Registry(new LocalRegistryStore(Path.of(absolute)), Clock.systemUTC());
  }
}
