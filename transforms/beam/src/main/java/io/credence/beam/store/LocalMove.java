package io.credence.beam.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * A move that never replaces a file. A rename would; a second name for the file is given in one
 * step, or refused, and then the first is taken away.
 */
final class LocalMove {

  private LocalMove() {}

  static void make(Path from, Path to) throws IOException {
    try {
      Path folder = to.getParent();
      if (folder != null) {
        LocalFolders.create(folder, true);
      }
      if (link(from, to)) {
        Files.deleteIfExists(from);
      } else {
        rename(from, to);
      }
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (NoSuchFileException e) {
      throw LocalFailures.at(from, e);
    } catch (IOException e) {
      throw LocalFailures.at(to, e);
    }
  }

  /** Whether the file has both names now; if not, this disk may know of no second names. */
  private static boolean link(Path from, Path to) throws IOException {
    try {
      Files.createLink(to, from);
      return true;
    } catch (FileAlreadyExistsException e) {
      if (isOne(from, to)) {
        return true; // This was done before, and broke off.
      }
      throw taken(to);
    } catch (NoSuchFileException e) {
      throw e;
    } catch (UnsupportedOperationException | FileSystemException e) {
      return false;
    }
  }

  private static FileAlreadyExistsException taken(Path to) {
    return new FileAlreadyExistsException(
        to.toString(), null, "exists already and is not replaced");
  }

  private static boolean isOne(Path from, Path to) throws IOException {
    return !Files.isSymbolicLink(to) && Files.isSameFile(from, to);
  }

  /** Between the look and the rename, another file could get the name; only here. */
  private static void rename(Path from, Path to) throws IOException {
    try {
      Files.readAttributes(to, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      throw taken(to);
    } catch (NoSuchFileException e) {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }
  }
}
