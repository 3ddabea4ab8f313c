package io.credence.jobs.replay;

import io.credence.beam.store.FileKind;
import io.credence.beam.store.StoredFile;
import io.credence.problem.Problems;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.io.fs.ResourceId;

/** The dead letters of a batch, in files of JSON Lines. */
public final class DeadLetterFiles {

  private static final String LINES = ".jsonl";

  /** Files that are something else need not be reported line by line. */
  private static final int MAX_PROBLEMS = 10;

  private final List<ResourceId> files;

  private DeadLetterFiles(List<ResourceId> files) {
    this.files = files;
  }

  /**
   * Finds them.
   *
   * @param location a folder, or a file or a pattern that ends in {@code .jsonl}
   */
  public static DeadLetterFiles at(String location) throws IOException {
    List<ResourceId> found = new ArrayList<>(find(location));
    found.sort(Comparator.comparing(ResourceId::toString));
    return new DeadLetterFiles(List.copyOf(found));
  }

  private static List<ResourceId> find(String location) throws IOException {
    if (isLocal(location)) {
      return local(Path.of(location));
    }
    String pattern =
        location.endsWith(LINES) ? location : location.replaceFirst("/*$", "/*") + LINES;
    return StoredFile.find(pattern, FileKind.DEAD_LETTERS).files().stream()
        .map(MatchResult.Metadata::resourceId)
        .toList();
  }

  /** What there is by just this name is no pattern, even if its name looks like one. */
  private static boolean isLocal(String location) {
    try {
      return Files.exists(Path.of(location));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static List<ResourceId> local(Path path) throws IOException {
    List<ResourceId> found = new ArrayList<>();
    if (!Files.isDirectory(path)) {
      return List.of(FileSystems.matchNewResource(path.toString(), false));
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(path, "*" + LINES)) {
      files.forEach(file -> found.add(FileSystems.matchNewResource(file.toString(), false)));
    }
    return found;
  }

  public boolean isEmpty() {
    return files.isEmpty();
  }

  /**
   * Reads them all.
   *
   * @return a line for each line that is no dead letter, with its file and number from 1
   */
  public Problems problems() throws IOException {
    Problems problems = new Problems();
    for (ResourceId file : files) {
      try (Lines lines = open(file)) {
        findProblems(file, lines, problems);
      }
    }
    return problems;
  }

  private static void findProblems(ResourceId file, Lines lines, Problems problems)
      throws IOException {
    int found = 0;
    long number = 0;
    for (byte[] line = lines.next(); line != null; line = lines.next()) {
      number++;
      try {
        letter(file, number, line);
      } catch (IllegalArgumentException e) {
        problems.add(String.valueOf(e.getMessage()));
        found++;
      }
      if (found == MAX_PROBLEMS) {
        problems.add(file + ": the lines after these were not read");
        return;
      }
    }
  }

  /** What is done with a dead letter. */
  interface Use {
    /**
     * Takes one.
     *
     * @param place of the dead letter itself, such as {@code rejected/a.jsonl#3}
     */
    void letter(String place, DeadLetterLine letter) throws IOException;
  }

  /**
   * Reads them again.
   *
   * @throws IllegalArgumentException when a line has become something else
   */
  void forEach(Use use) throws IOException {
    for (ResourceId file : files) {
      try (Lines lines = open(file)) {
        long number = 0;
        for (byte[] line = lines.next(); line != null; line = lines.next()) {
          number++;
          use.letter(file + "#" + number, letter(file, number, line));
        }
      }
    }
  }

  private static Lines open(ResourceId file) throws IOException {
    return new Lines(Channels.newInputStream(StoredFile.open(file)));
  }

  private static DeadLetterLine letter(ResourceId file, long number, byte[] line) {
    try {
      return DeadLetterLine.parse(line);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "%s, line %d: is no dead letter: %s", file, number, e.getMessage()),
          e);
    }
  }
}
