package io.credence.beam.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Names of local files that Java can't read as letters: all that are not English in the locale C,
 * which cron and containers have, and Latin-1 where the locale is UTF-8. Beam takes such files for
 * absent, so that a pattern would leave them out.
 */
final class UnreadNames {

  /** What stands in a name in place of bytes that are no letters. */
  private static final char UNREAD = '\ufffd';

  private static final Pattern WILD = Pattern.compile("[*?\\[{]");

  private UnreadNames() {}

  /**
   * Looks for such names among those that match a pattern.
   *
   * @throws IOException when there is one, or folders can't be read
   */
  static void refuse(String pattern) throws IOException {
    Matcher wild = WILD.matcher(pattern);
    if (!pattern.startsWith("/") || !wild.find()) {
      return;
    }
    int end = pattern.lastIndexOf('/', wild.start()) + 1;
    Path folder = Path.of(pattern.substring(0, end));
    if (!Files.isDirectory(folder)) {
      return;
    }
    Optional<Path> unread = find(folder, depth(pattern.substring(end)), pattern);
    if (unread.isPresent()) {
      throw new IOException(
          unread.get()
              + ": has letters that the encoding of this machine ("
              + System.getProperty("sun.jnu.encoding")
              + ") can't read; rename it, or set LC_ALL=C.UTF-8");
    }
  }

  private static int depth(String rest) {
    return rest.contains("**")
        ? Integer.MAX_VALUE
        : (int) rest.chars().filter(c -> c == '/').count() + 1;
  }

  private static Optional<Path> find(Path folder, int depth, String pattern) throws IOException {
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
    try (Stream<Path> found =
        Files.find(
            folder,
            depth,
            (path, is) -> path.toString().indexOf(UNREAD) >= 0 && matcher.matches(path),
            FileVisitOption.FOLLOW_LINKS)) {
      return found.findFirst();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
