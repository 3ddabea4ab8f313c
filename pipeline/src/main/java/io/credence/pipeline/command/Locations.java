package io.credence.pipeline.command;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Local paths and URIs. */
final class Locations {

  private static final Pattern URI_PATTERN = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]+://?.*");

  private static final String FILE = "file:";

  private Locations() {}

  /**
   * The absolute form of a local path, so that workers find it too; a URI stays as it is. What
   * begins with {@code file:} is a local path.
   */
  static String absolute(String location) {
    if (location.startsWith(FILE)) {
      return absolute(localPath(location));
    }
    if (URI_PATTERN.matcher(location).matches()) {
      return location;
    }
    return Path.of(location).toAbsolutePath().normalize().toString();
  }

  /**
   * Whether a location is a path of this machine, and of no other as far as can be told. A URI that
   * begins with {@code file:} says that the path is one that all machines share.
   */
  static boolean isOfThisMachine(String location) {
    return !location.startsWith(FILE) && !URI_PATTERN.matcher(location).matches();
  }

  /** Where a URI is none, because it holds a blank or a bracket, it is taken as it is written. */
  private static String localPath(String location) {
    // RFC 8089: the host may be named, and is this one.
    String local = location.replaceFirst("^file://localhost(?=/)", "file://");
    try {
      return Path.of(new URI(local)).toString();
    } catch (URISyntaxException | IllegalArgumentException e) {
      return local.substring(FILE.length()).replaceFirst("^//+", "/");
    }
  }

  /** A folder by the name that it really has, with a slash at its end, to compare it by. */
  static String folder(String folder) {
    return real(folder.endsWith("/") ? folder : folder + "/");
  }

  /** The folder of a file, as {@link #folder} names it. */
  static String folderOf(String file) {
    return real(file.substring(0, file.lastIndexOf('/') + 1));
  }

  /** Symbolic links lead to one folder by several names. */
  private static String real(String folder) {
    if (URI_PATTERN.matcher(folder).matches()) {
      return folder;
    }
    try {
      String path = Path.of(folder).toRealPath().toString();
      return path.endsWith("/") ? path : path + "/";
    } catch (IOException e) {
      return folder; // It does not exist yet, so no other name leads to it.
    }
  }
}
