package io.credence.beam.store;

import java.nio.file.Path;

/**
 * The files on which this JVM has a lock. None of them may be opened again: as a process closes a
 * file, the system takes away all locks that the process has on it (POSIX, fcntl).
 *
 * <p>Jobs of a Flink worker share a process, and each has these classes from a class loader of its
 * own. So what is held is kept where all of them see it, in system properties; and as text, which
 * does not keep the classes of a job that has ended.
 */
final class HeldFiles {

  private static final String PREFIX = "io.credence.held.";

  private HeldFiles() {}

  /**
   * Adds a file.
   *
   * @param file its real path
   * @return whether it was not held before
   */
  static boolean add(Path file) {
    return System.getProperties().putIfAbsent(PREFIX + file, "") == null;
  }

  static boolean contains(Path file) {
    return System.getProperties().containsKey(PREFIX + file);
  }

  static void remove(Path file) {
    System.getProperties().remove(PREFIX + file);
  }
}
