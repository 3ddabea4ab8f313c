package io.credence.beam.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Folders that are made for files. */
final class LocalFolders {

  private LocalFolders() {}

  /** A folder and those above it that are not there, the innermost first. */
  static List<Path> missing(Path folder) throws IOException {
    List<Path> missing = new ArrayList<>();
    for (Path path = folder; path != null && !isThere(path); path = path.getParent()) {
      missing.add(path);
    }
    return missing;
  }

  private static boolean isThere(Path path) throws IOException {
    try {
      Files.readAttributes(path, BasicFileAttributes.class);
      return true;
    } catch (IOException e) {
      if (LocalFailures.meansAbsent(path, e)) {
        return false;
      }
      throw LocalFailures.at(path, e);
    }
  }

  /**
   * Makes a folder, and those above it.
   *
   * @param durable whether it outlives a loss of power
   */
  static void create(Path folder, boolean durable) throws IOException {
    List<Path> missing = missing(folder);
    Collections.reverse(missing);
    for (Path path : missing) {
      try {
        Files.createDirectory(path);
      } catch (FileAlreadyExistsException e) {
        continue; // Another thread made it meanwhile; if it is no folder, what follows says so.
      } catch (IOException e) {
        throw LocalFailures.whatever(path, e);
      }
      Path above = path.getParent();
      if (durable && above != null) {
        force(above);
      }
    }
  }

  /** Forces the entries of a folder to disk. */
  static void force(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      throw LocalFailures.at(folder, e);
    }
  }
}
