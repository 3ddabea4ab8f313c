package io.credence.cli.command;

import io.credence.beam.store.LocalUri;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Local paths and URIs. */
final class Locations {

  private static final Pattern URI_PATTERN = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]+://?.*");

  private Locations() {}

  /**
   * The absolute form of a local path, so that workers find it too; a URI stays as it is. What
   * begins with {@code file:} is a local path.
   */
  static String absolute(String location) {
    if (LocalUri.is(location)) {
      return absolute(LocalUri.path(location));
    }
    if (URI_PATTERN.matcher(location).matches()) {
      return location;
    }
    return Path.of(location).toAbsolutePath().normalize().toString();
  }

  /**
   * Whether a location is a path of this machine, and of no other as far as is known. A URI that
   * begins with {@code file:} says that the path is one that all machines share.
   */
  static boolean isOfThisMachine(String location) {
    return !LocalUri.is(location) && !URI_PATTERN.matcher(location).matches();
  }

  /** A folder by the name that it really has, with a slash at its end, to compare it by. */
  static String folder(String folder) {
    return real(folder.endsWith("/") ? folder : folder + "/");
  }

  /** The folder of a file, as {@link #folder} names it. */
  static String folderOf(String file) {
    return real(file.substring(0, file.lastIndexOf('/') + 1));
  }

  /** A file by its own name in the folder that it really lies in. */
  static String inRealFolder(String file) {
    return folderOf(file) + file.substring(file.lastIndexOf('/') + 1);
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
