package io.credence.fuzzing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What fuzzing has found, and what leads to as much of the code as it has reached. What comes of
 * each file is written down, so that a change of it is seen.
 */
class CorpusTest {

  private static final Path RESOURCES = Path.of("src/test/resources");

  @ParameterizedTest
  @EnumSource
  void comesInOrIsRefusedAsBefore(Doors doors) throws Exception {
    Door door = doors.open();
    List<String> outcomes = new ArrayList<>();
    for (Path path : files(doors)) {
      outcomes.add(path.getFileName() + ": " + oneLine(outcome(door, path)));
    }
    String name = doors.label() + ".txt";
    Path now = Files.createDirectories(Path.of("target/outcomes")).resolve(name);
    Files.write(now, outcomes);
    Path before = RESOURCES.resolve("outcomes").resolve(name);
    assertThat(outcomes)
        .as("%s; if what has changed is right, let %s take its place", before, now)
        .containsExactlyElementsOf(Files.readAllLines(before));
  }

  private static String outcome(Door door, Path path) throws IOException {
    byte[] bytes = Files.readAllBytes(path);
    try {
      return Budget.spend(door, bytes);
    } catch (Exception | Error e) {
      throw new AssertionError(path.toString(), e);
    }
  }

  /** Words may quote what a file holds; consoles and dead letters escape it in their own ways. */
  private static String oneLine(String outcome) {
    return outcome.replaceAll("\\p{Cntrl}", "?");
  }

  private static List<Path> files(Doors doors) throws IOException {
    try (Stream<Path> files = Files.list(RESOURCES.resolve("corpus").resolve(doors.label()))) {
      return files.sorted().toList();
    }
  }
}
