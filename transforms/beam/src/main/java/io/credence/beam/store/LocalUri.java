package io.credence.beam.store;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;

/** URIs of the file system of this machine, in the forms of RFC 8089. */
public final class LocalUri {

  private static final String SCHEME = "file:";

  private LocalUri() {}

  /** Whether a location begins with {@code file:}. */
  public static boolean is(String location) {
    return location.startsWith(SCHEME);
  }

  /**
   * The path that a location names. Where a URI is none, because it holds a blank or a bracket, it
   * is taken as it is written; a location that does not begin with {@code file:} stays as it is.
   */
  public static String path(String location) {
    if (!is(location)) {
      return location;
    }
    // The host may be named, and is this one.
    String local = location.replaceFirst("^file://localhost(?=/)", "file://");
    try {
      return Path.of(new URI(local)).toString();
    } catch (URISyntaxException | IllegalArgumentException e) {
      return local.substring(SCHEME.length()).replaceFirst("^//+", "/");
    }
  }
}
