package io.credence.cli.report;

import io.credence.beam.ModelRef;
import io.credence.beam.RegistryEntry;
import org.jspecify.annotations.Nullable;

/**
 * Which model it was.
 *
 * @param digest the SHA-256 of the model folder, in hexadecimal digits
 * @param location the folder, as an absolute path or a URI
 * @param registry how a registry named it; null when it was asked for by its folder
 */
record ModelName(
    String name, String version, String digest, String location, @Nullable RegistryEntry registry) {

  static ModelName of(ModelRef model) {
    return new ModelName(
        model.name(),
        model.version(),
        model.digest().hex(),
        model.location(),
        model.registryEntry().orElse(null));
  }

  @Override
  public String toString() {
    return name + " " + version;
  }
}
