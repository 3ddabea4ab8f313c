package io.credence.jobs.output;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of Credence, which the build writes into a resource. */
public final class SoftwareVersion {

  private static final String VERSION = read();

  private SoftwareVersion() {}

  public static String get() {
    return VERSION;
  }

  private static String read() {
    try (InputStream in = SoftwareVersion.class.getResourceAsStream("version.properties")) {
      if (in == null) {
        throw new IllegalStateException("The jar lacks version.properties");
      }
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
