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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedbackTest {

  private final Path labels;

  FeedbackTest(@TempDir Path folder) {
    this.labels = folder.resolve("labels");
  }

  private TestServer server(String... models) throws IOException {
    return TestServer.of("--model=" + TestServer.folders(models), "--feedback=" + labels);
  }

  private List<JsonNode> kept() throws IOException {
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

  /** What is kept of a label that is taken. */
  private String kept(TestServer server, String y) throws IOException {
    HttpResponse<String> answer =
        server.post("/feedback", "{\"record_id\": \"a\", \"y\": %s}".formatted(y));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    List<JsonNode> kept = kept();
    return kept.get(kept.size() - 1).get("y").toString();
  }

  private static JsonNode refused(TestServer server, String y) {
    return server.refused(
        422, server.post("/feedback", "{\"record_id\": \"a\", \"y\": %s}".formatted(y)));
  }

  @Test
  void labelsAreKeptWhenTheAnswerSaysSo() throws IOException {
    try (TestServer server = server("category-slopes")) {
      for (int i = 0; i < 3; i++) {
        HttpResponse<String> answer =
            server.post("/feedback", "{\"record_id\": \"r\\n%s\", \"y\": %s.5}".formatted(i, i));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        assertThat(kept()).hasSize(i + 1);
      }
      JsonNode last = kept().get(2);
      assertThat(last.fieldNames())
          .toIterable()
          .containsExactly("record_id", "model_name", "y", "time");
      assertThat(last.get("record_id").asText()).isEqualTo("r\n2");
      assertThat(last.get("model_name").asText()).isEqualTo("category-slopes");
      assertThat(last.get("y").doubleValue()).isEqualTo(2.5);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"record_id\": \"a\"}             | y",
        "{\"record_id\": \"\", \"y\": 1}     | record_id",
        "{\"record_id\": 5, \"y\": 1}        | record_id",
        "{\"y\": 1}                          | record_id",
        "{\"record_id\": \"a\", \"z\": 1}    | z",
        "{\"record_id\": \"a\", \"y\": 1, \"model_name\": \"b\"} | model_name"
      })
  void whatIsNoLabel(String body, String field) throws IOException {
    try (TestServer server = server("category-slopes")) {
      assertThat(server.refused(422, server.post("/feedback", body)).get("field").asText())
          .isEqualTo(field);
      assertThat(kept()).isEmpty();
    }
  }

  @Test
  void labelsOfANumber() throws IOException {
    try (TestServer server = server("category-slopes")) {
      assertThat(kept(server, "3")).isEqualTo("3.0");
      assertThat(kept(server, "{\"y\": -0.25}")).isEqualTo("-0.25");
      for (String y : List.of("null", "\"3\"", "true", "[3]", "1e999", "{}", "{\"z\": 1}")) {
        refused(server, y);
      }
      JsonNode refusal = refused(server, "\"low\"");
      assertThat(refusal.get("error").asText())
          .isEqualTo("y must be a finite number, but is the text 'low'");
      assertThat(refused(server, "{\"y\": null}").get("field").asText()).isEqualTo("y.y");
    }
  }

  @Test
  void labelsOfClasses() throws IOException {
    try (TestServer server = server("gallery/categorical")) {
      assertThat(kept(server, "\"train\"")).isEqualTo("\"train\"");
      assertThat(kept(server, "{\"travel\": \"bus\"}")).isEqualTo("\"bus\"");
      JsonNode refusal = refused(server, "\"boat\"");
      assertThat(refusal.get("field").asText()).isEqualTo("y");
      assertThat(refusal.get("expected").asText()).startsWith("one of the classes ");
      refused(server, "0");
      refused(server, "null");
    }
  }

  /** A number is the class that is labelled with it, and never a position. */
  @Test
  void labelsOfClassesThatAreNumbers() throws IOException {
    try (TestServer server = server("gallery/ordinal")) {
      String label = server.models().first().model().outputs().get(0).classes().get(0);
      assertThat(kept(server, '"' + label + '"')).isEqualTo('"' + label + '"');
    }
  }

  @Test
  void labelsOfSeveralOutputs() throws IOException {
    try (TestServer server = server("gallery/claims")) {
      assertThat(kept(server, "{\"large\": true, \"loss\": 2500.5}"))
          .isEqualTo("{\"large\":1,\"loss\":2500.5}");
      assertThat(kept(server, "{\"large\": 0.0}")).isEqualTo("{\"large\":0}");
      assertThat(refused(server, "1").get("expected").asText())
          .isEqualTo("an object with a label of one or more of loss, large, expected");
      assertThat(refused(server, "{\"large\": 0.5}").get("error").asText())
          .isEqualTo("y.large must be a whole number, but is 0.5");
      refused(server, "{}");
    }
  }

  /** A label could be of each of them. */
  @Test
  void ofSeveralModelsOneIsNamed() throws IOException {
    try (TestServer server = server("category-slopes", "gallery/categorical")) {
      assertThat(refused(server, "1").get("field").asText()).isEqualTo("model_name");
      HttpResponse<String> answer =
          server.post(
              "/feedback",
              "{\"y\": \"car\", \"record_id\": \"a\", \"model_name\": \"categorical\"}");
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
      assertThat(kept().get(0).get("y").asText()).isEqualTo("car");
    }
  }

  @Test
  void noneWithoutAPlace() throws IOException {
    try (TestServer server = TestServer.ofSamples("category-slopes")) {
      server.refused(404, server.post("/feedback", "{}"));
    }
  }
}
