package io.credence.fuzzing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Adds to the corpus what was found to come to an end of its own: of all files that are refused
 * with the same words, whatever they quote, the smallest.
 */
final class Keep {

  private static final int MOST = 40;

  /** Numbers, quotations, and what is written in other than small letters. */
  private static final Pattern QUOTED = Pattern.compile("'.*?'|\\S*[^a-z\\s,.:;()'-]\\S*");

  private Keep() {}

  /** Takes a door, the folder of what was found at it, and its corpus. */
  public static void main(String[] args) throws Exception {
    Door door = Doors.of(args[0]).open();
    Path corpus = Path.of(args[2]);
    Set<String> ends = new HashSet<>();
    List<Path> kept = files(corpus);
    for (Path file : kept) {
      ends.add(end(door, file));
    }
    int left = MOST - kept.size();
    for (Path file : files(Path.of(args[1]))) {
      if (left > 0 && ends.add(end(door, file))) {
        Files.copy(file, corpus.resolve("found-" + file.getFileName().toString().substring(0, 8)));
        left--;
      }
    }
    // A registry's server would go on.
    System.exit(0);
  }

  private static String end(Door door, Path file) throws Exception {
    return QUOTED.matcher(Budget.spend(door, Files.readAllBytes(file))).replaceAll("?");
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted(Comparator.comparing((Path file) -> file.toFile().length())).toList();
    }
  }
}
