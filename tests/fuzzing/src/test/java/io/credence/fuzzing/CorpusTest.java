package io.credence.fuzzing;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What fuzzing has found, and what leads to as much of the code as it has reached. */
class CorpusTest {

  @ParameterizedTest
  @EnumSource
  void comesInOrIsRefused(Doors doors) throws IOException {
    Door door = doors.open();
    for (Path path : files(doors)) {
      byte[] bytes = Files.readAllBytes(path);
      assertThatCode(() -> Budget.spend(door, bytes))
          .as(path.toString())
          .doesNotThrowAnyException();
    }
  }

  private static List<Path> files(Doors doors) throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/corpus", doors.label()))) {
      return files.sorted().toList();
    }
  }
}
