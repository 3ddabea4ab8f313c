package io.credence.cli.report;

import io.credence.beam.store.LocalUri;
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
 * The file of this machine that a command writes its outcome to, as JSON. It replaces a report of
 * Credence, and nothing else.
 *
 * @param file where it is to be, which may have a report already
 */
public record ReportFile(Path file) {

  /** How each of our reports begins; also the first bytes of one are enough to tell. */
  private static final Pattern REPORT =
      Pattern.compile("\\{\\s*\"report_version\"\\s*:.*", Pattern.DOTALL);

  private static final int BEGINNING = 64;

  private static final Pattern URI = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]+:/.*");

  /**
   * The file by its name.
   *
   * @param option what it is the value of
   * @param problems receives a line when no report can be written there
   * @return null when there is a problem
   */
  public static @Nullable ReportFile at(String option, String name, Problems problems) {
    try {
      String path = LocalUri.is(name) ? LocalUri.path(name) : name;
      String fault = fault(path);
      if (fault.isEmpty()) {
        return new ReportFile(real(Path.of(path)));
      }
      problems.add("%s=%s: %s".formatted(option, name, fault));
    } catch (IOException | InvalidPathException e) {
      problems.add("%s=%s: can't be written: %s".formatted(option, name, e.getMessage()));
    }
    return null;
  }

  private static String fault(String name) throws IOException {
    if (URI.matcher(name).matches()) {
      return "must be a local file, or - for standard output; copy it to a store from there";
    }
    Path file = Path.of(name).toAbsolutePath();
    Path folder = file.getParent();
    if (folder == null || Files.isDirectory(file)) {
      return "is a folder; name a file in it, or - for standard output";
    }
    if (!Files.isDirectory(folder)) {
      return "there is no folder " + folder;
    }
    if (!Files.isWritable(folder)) {
      return "no file can be created in " + folder + ": permission denied";
    }
    if (Files.exists(file) && !isReport(file)) {
      return "is a file that is not a report of Credence; delete it, or choose another name";
    }
    return "";
  }

  private static boolean isReport(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(file)) {
      String beginning = new String(in.readNBytes(BEGINNING), StandardCharsets.ISO_8859_1);
      return beginning.isEmpty() || REPORT.matcher(beginning).matches();
    }
  }

  /** What a link leads to is replaced, and not the link. */
  private static Path real(Path file) throws IOException {
    return Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
  }

  /** Deletes an earlier report, which would be taken for that of a command that was killed. */
  public void clear() throws IOException {
    Files.deleteIfExists(file);
  }

  /** Writes the outcome of a command: all of it, or nothing. */
  public void write(Outcome outcome) throws IOException {
    Path begun = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID());
    try {
      Files.write(begun, outcome.json(), StandardOpenOption.CREATE_NEW);
      Files.move(begun, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(begun);
    }
  }
}
