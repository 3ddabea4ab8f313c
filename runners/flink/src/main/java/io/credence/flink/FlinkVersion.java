package io.credence.flink;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of Flink that Beam's runner was made for. Around this program may be another one. */
final class FlinkVersion {

  private FlinkVersion() {}

  /** Such as 1.19: a job fits all versions of a line. */
  static String line() {
    try (InputStream in = FlinkVersion.class.getResourceAsStream("flink.properties")) {
      if (in == null) {
        throw new IllegalStateException("The jar lacks flink.properties");
      }
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version").replaceFirst("^(\\d+\\.\\d+)\\..*", "$1");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
