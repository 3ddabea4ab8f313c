package io.credence.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Endpoints that answer in JSON stand on this package, and on nothing of Avro. */
class JsonNeedsNoAvroTest {

  private static final Path PACKAGE = Path.of("src/main/java/io/credence/messages");

  @Test
  void theFormatsThatAreChosenFromStandAboveIt() throws IOException {
    try (Stream<Path> files = Files.list(PACKAGE)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file))
            .as("%s", file)
            .doesNotContain("import org.apache.avro", "import io.credence.messages.");
      }
    }
  }
}
