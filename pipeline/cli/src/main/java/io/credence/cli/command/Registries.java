package io.credence.cli.command;

import io.credence.registry.Registry;
import io.credence.registry.store.LocalRegistryStore;
import io.credence.registry.store.RegistryStore;
import io.credence.s3.S3Store;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/** Opens registries, wherever they are kept. */
final class Registries {

  private Registries() {}

  /**
   * A registry.
   *
   * @param location a local path, or a URI of S3
   * @throws IllegalArgumentException when no registry can be kept there
   */
  static Registry at(String location) throws IOException {
    return new Registry(store(Locations.absolute(location)), Clock.systemUTC());
  }

  private static RegistryStore store(String location) throws IOException {
    if (S3Store.isMeant(location)) {
      return S3Store.registry(location);
    }
    if (!Locations.isOfThisMachine(location)) {
      throw new IllegalArgumentException(
          location
              + ": a registry is kept on a disk, by a local path, or in S3, by s3://BUCKET/KEY");
    }
    return new LocalRegistryStore(Path.of(location));
  }
}
