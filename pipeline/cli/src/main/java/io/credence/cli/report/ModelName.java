package io.credence.cli.report;

import io.credence.beam.ModelRef;

/**
 * Which model it was.
 *
 * @param digest the SHA-256 of the model folder, in hexadecimal digits
 * @param location the folder, as an absolute path or a URI
 */
record ModelName(String name, String version, String digest, String location) {

  static ModelName of(ModelRef model) {
    return new ModelName(model.name(), model.version(), model.digest().hex(), model.location());
  }

  @Override
  public String toString() {
    return name + " " + version;
  }
}
