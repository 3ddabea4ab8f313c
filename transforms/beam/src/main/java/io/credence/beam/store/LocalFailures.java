package io.credence.beam.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * Failures of the local disk: which of them mean that a file is absent, and a line for the rest.
 */
final class LocalFailures {

  private LocalFailures() {}

  /**
   * Whether there is no such file. Also where what should be a folder above it is a file; nothing
   * else that fails says so.
   */
  static boolean meansAbsent(Path path, IOException failure) throws IOException {
    if (failure instanceof NoSuchFileException) {
      return true;
    }
    return failure instanceof FileSystemException && isBelowFile(path);
  }

  private static boolean isBelowFile(Path path) throws IOException {
    for (Path above = path.getParent(); above != null; above = above.getParent()) {
      try {
        return !Files.readAttributes(above, BasicFileAttributes.class).isDirectory();
      } catch (NoSuchFileException e) {
        return true;
      } catch (FileSystemException e) {
        // What is further above may say why.
      }
    }
    return false;
  }

  /** With the file's name and the reason; of a kind of its own where there is no such file. */
  static IOException at(Path path, IOException failure) throws IOException {
    if (failure instanceof FileAlreadyExistsException) {
      return failure;
    }
    if (meansAbsent(path, failure)) {
      FileNotFoundException missing = new FileNotFoundException(path + ": no such file");
      missing.initCause(failure);
      return missing;
    }
    return whatever(path, failure);
  }

  /** With the file's name and the reason, where absence is no answer: a file was to be made. */
  static IOException whatever(Path path, IOException failure) {
    return failure instanceof FileAlreadyExistsException
        ? failure
        : new IOException(path + ": " + reason(failure), failure);
  }

  private static @Nullable String reason(IOException failure) {
    if (failure instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (failure instanceof NoSuchFileException) {
      return "no such file or folder";
    }
    if (failure instanceof DirectoryNotEmptyException) {
      return "the folder is not empty";
    }
    if (failure instanceof NotDirectoryException) {
      return "is a file, where a folder is expected";
    }
    if (failure instanceof FileSystemLoopException) {
      return "symbolic links that lead in a circle";
    }
    if (failure instanceof FileSystemException known && known.getReason() != null) {
      return known.getReason();
    }
    return failure.getMessage();
  }
}
