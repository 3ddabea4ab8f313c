package io.credence.server.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.credence.server.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessLogTest {

  private static final String RIGHT = "{\"data\": {\"x\": 17.25, \"category\": 2}}";

  private final Path folder;

  AccessLogTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private List<JsonNode> log(String... options) throws IOException {
    Path file = folder.resolve("access.jsonl");
    String[] all = {
      "--model=" + TestServer.folders("category-slopes"),
      "--accessLog=" + file,
      options.length == 0 ? "--seed=0" : options[0]
    };
    try (TestServer server = TestServer.of(all)) {
      server.post("/predict/v1.0.0/point", RIGHT);
      server.get("/no/such?x=17.25");
    }
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(file, UTF_8)) {
      lines.add(new ObjectMapper().readTree(line));
    }
    return lines;
  }

  @Test
  void aLineForEachRequestWithoutValues() throws IOException {
    List<JsonNode> lines = log();
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0).get("route").asText()).isEqualTo("point");
    assertThat(lines.get(0).get("status").asInt()).isEqualTo(200);
    assertThat(lines.get(0).get("millis").asDouble()).isPositive();
    assertThat(lines.get(1).get("path").asText()).isEqualTo("/no/such");
    assertThat(lines.get(1).get("status").asInt()).isEqualTo(404);
    assertThat(lines.toString()).doesNotContain("17.25");
  }

  @Test
  void bodiesWhereTheyAreAskedFor() throws IOException {
    assertThat(log("--logBodies").get(0).get("body").asText()).isEqualTo(RIGHT);
  }
}
