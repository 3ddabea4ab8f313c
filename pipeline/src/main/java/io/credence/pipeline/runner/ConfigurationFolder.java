package io.credence.pipeline.runner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What Flink takes for a configuration: a folder with a file of a certain name. */
final class ConfigurationFolder {

  /** The name that Flink 1.19 looks for. */
  private static final String FILE = "config.yaml";

  private ConfigurationFolder() {}

  /**
   * Writes one.
   *
   * @return a folder that goes when this JVM ends
   */
  static Path write(String yaml) throws IOException {
    Path folder = Files.createTempDirectory("credence-flink-");
    folder.toFile().deleteOnExit();
    Path file = Files.writeString(folder.resolve(FILE), yaml);
    file.toFile().deleteOnExit();
    return folder;
  }
}
