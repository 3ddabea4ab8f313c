package io.credence.server.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page about serving has a line for each option, as it is declared, and no other. */
class ServingDocTest {

  private static final Path PAGE = Path.of("../../docs/serving.md");

  @Test
  void tableHasEachOption() throws IOException {
    List<String> rows =
        Files.readAllLines(PAGE).stream().filter(line -> line.startsWith("| `--")).toList();

    assertThat(rows)
        .containsExactlyElementsOf(
            Arrays.stream(ServeOption.values()).map(ServingDocTest::row).toList());
  }

  private static String row(ServeOption option) {
    return "| `--%s` | %s | %s | %s |"
        .formatted(
            option.option(), option.byDefault(), option.range().words(), option.description());
  }
}
