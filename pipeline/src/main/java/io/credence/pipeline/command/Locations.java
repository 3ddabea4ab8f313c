package io.credence.pipeline.command;

import java.nio.file.Path;
import java.util.regex.Pattern;

/** Local paths and URIs. */
final class Locations {

  private static final Pattern URI = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]+://?.*");

  private Locations() {}

  /** The absolute form of a local path, so that workers find it too; a URI stays as it is. */
  static String absolute(String location) {
    if (URI.matcher(location).matches()) {
      return location;
    }
    return Path.of(location).toAbsolutePath().normalize().toString();
  }
}
