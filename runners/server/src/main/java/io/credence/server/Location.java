package io.credence.server;

import java.util.regex.Pattern;

/** Where something is, as options name it. */
final class Location {

  /** A letter alone is a drive of Windows. */
  private static final Pattern URI = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*");

  private Location() {}

  /** Whether it is no path of this machine, but the URI of another place. */
  static boolean isUri(String location) {
    return URI.matcher(location).matches();
  }
}
