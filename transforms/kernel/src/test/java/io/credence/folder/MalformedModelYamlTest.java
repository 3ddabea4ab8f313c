package io.credence.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each file under malformed is a model.yaml named by its defect; beside it lie the lines that a
 * user gets to read. The rest of the folder is that of the sample category-slopes.
 */
class MalformedModelYamlTest {

  private static final Path MALFORMED = Path.of("src/test/resources/io/credence/folder/malformed");

  static List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(MALFORMED)) {
      return all.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void isRefusedWithAllItsFaults(Path file, @TempDir Path folder) throws Exception {
    FolderFixture fixture = FolderFixture.in(folder).write("model.yaml", Files.readAllBytes(file));
    Path expected = Path.of(file.toString().replace(".yaml", ".txt"));
    assertThat(fixture.problems()).isEqualTo(Files.readAllLines(expected));
  }
}
