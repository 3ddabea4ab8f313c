package io.credence.server.feedback;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.credence.server.TestServer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedbackTest {

  private final Path folder;

  FeedbackTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void labelsAreKeptWhenTheAnswerSaysSo() throws IOException {
    Path labels = folder.resolve("labels");
    try (TestServer server =
        TestServer.of("--model=" + TestServer.folders("category-slopes"), "--feedback=" + labels)) {
      for (int i = 0; i < 3; i++) {
        HttpResponse<String> answer =
            server.post("/feedback", "{\"record_id\": \"r\\n%s\", \"y\": %s.5}".formatted(i, i));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        assertThat(lines(labels)).hasSize(i + 1);
      }
      JsonNode last = lines(labels).get(2);
      assertThat(last.get("record_id").asText()).isEqualTo("r\n2");
      assertThat(last.get("y").doubleValue()).isEqualTo(2.5);
      assertThat(
              server
                  .refused(422, server.post("/feedback", "{\"record_id\": \"a\"}"))
                  .get("field")
                  .asText())
          .isEqualTo("y");
      server.refused(422, server.post("/feedback", "{\"record_id\": \"\", \"y\": 1}"));
      server.refused(422, server.post("/feedback", "{\"record_id\": 5, \"y\": 1}"));
      server.refused(422, server.post("/feedback", "{\"y\": 1}"));
      assertThat(lines(labels)).hasSize(3);
    }
  }

  private static List<JsonNode> lines(Path labels) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    try (Stream<Path> files = Files.list(labels)) {
      for (Path file : files.sorted().toList()) {
        for (String line : Files.readAllLines(file, UTF_8)) {
          lines.add(new ObjectMapper().readTree(line));
        }
      }
    }
    return lines;
  }

  @Test
  void noneWithoutAFolder() throws IOException {
    try (TestServer server = TestServer.ofSamples("category-slopes")) {
      server.refused(404, server.post("/feedback", "{}"));
    }
  }
}
