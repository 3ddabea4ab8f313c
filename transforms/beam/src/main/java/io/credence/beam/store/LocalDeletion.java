package io.credence.beam.store;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Takes files and folders away, which may have gone before. */
final class LocalDeletion {

  private LocalDeletion() {}

  static void of(Path file) throws IOException {
    if (!tryTo(file)) {
      throw new IOException(file + ": the folder is not empty");
    }
  }

  /** Whether it is gone; else it is a folder that holds something. */
  static boolean tryTo(Path path) throws IOException {
    try {
      Files.delete(path);
      return true;
    } catch (DirectoryNotEmptyException e) {
      return false;
    } catch (IOException e) {
      if (LocalFailures.meansAbsent(path, e)) {
        return true;
      }
      throw LocalFailures.at(path, e);
    }
  }
}
