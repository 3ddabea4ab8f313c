package io.credence.cli.report;

import io.credence.beam.store.LocalUri;
import io.credence.page.Page;
import io.credence.problem.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file of this machine that a command writes. It replaces an earlier one of its kind, and nothing
 * else.
 *
 * @param file where it is to be, which may have an earlier one already
 */
public record OwnFile(Path file) {

  private static final int BEGINNING = 256;

  private static final Pattern URI = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]+:/.*");

  /** What a file holds. */
  public enum Kind {
    /** The outcome of a command as JSON. */
    REPORT("report", "\\{\\s*\"report_version\"\\s*:.*", ", or - for standard output"),
    /** A page with pictures. */
    PAGE("page", Pattern.quote(Page.BEGINNING) + ".*", "");

    private final String name;
    private final Pattern beginning;
    private final String orElse;

    /**
     * A kind of files.
     *
     * @param beginning how each of them begins; also its first bytes are enough to tell
     * @param orElse what may be named in place of a file
     */
    Kind(String name, String beginning, String orElse) {
      this.name = name;
      this.beginning = Pattern.compile(beginning, Pattern.DOTALL);
      this.orElse = orElse;
    }
  }

  /**
   * The file by its name.
   *
   * @param option what it is the value of
   * @param problems receives a line when it can't be written there
   * @return null when there is a problem
   */
  public static @Nullable OwnFile at(Kind kind, String option, String name, Problems problems) {
    try {
      String path = LocalUri.is(name) ? LocalUri.path(name) : name;
      String fault = fault(kind, path);
      if (fault.isEmpty()) {
        return new OwnFile(real(Path.of(path)));
      }
      problems.add("%s=%s: %s".formatted(option, name, fault));
    } catch (IOException | InvalidPathException e) {
      problems.add("%s=%s: can't be written: %s".formatted(option, name, e.getMessage()));
    }
    return null;
  }

  private static String fault(Kind kind, String name) throws IOException {
    if (URI.matcher(name).matches()) {
      return "must be a local file" + kind.orElse + "; copy it to a store from there";
    }
    Path file = Path.of(name).toAbsolutePath();
    Path folder = file.getParent();
    if (folder == null || Files.isDirectory(file)) {
      return "is a folder; name a file in it" + kind.orElse;
    }
    if (!Files.isDirectory(folder)) {
      return "there is no folder " + folder;
    }
    if (!Files.isWritable(folder)) {
      return "no file can be created in " + folder + ": permission denied";
    }
    if (Files.exists(file) && !isOurs(kind, file)) {
      return "is a file that is not a %s of Credence; delete it, or choose another name"
          .formatted(kind.name);
    }
    return "";
  }

  private static boolean isOurs(Kind kind, Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(file)) {
      String beginning = new String(in.readNBytes(BEGINNING), StandardCharsets.ISO_8859_1);
      return beginning.isEmpty() || kind.beginning.matcher(beginning).matches();
    }
  }

  /** What a link leads to is replaced, and not the link. */
  private static Path real(Path file) throws IOException {
    return Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
  }

  /** Deletes an earlier one, which would be taken for that of a command that was killed. */
  public void clear() throws IOException {
    Files.deleteIfExists(file);
  }

  /** Writes all of it, or nothing. */
  public void write(byte[] content) throws IOException {
    Path begun = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID());
    try {
      Files.write(begun, content, StandardOpenOption.CREATE_NEW);
      Files.move(begun, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(begun);
    }
  }
}
