package io.credence.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.credence.server.options.ServeOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedbackOptionsTest {

  private final List<String> problems = new ArrayList<>();

  private final Path folder;

  FeedbackOptionsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private void open(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--model=a");
    ServeOptions options = ServeOptions.parse(all, problems);
    assertThat(new FeedbackOptions(options, problems, Clock.systemUTC()).store()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "s3://b/labels    | must be a local folder, or kafka://HOST:PORT[,HOST:PORT]/TOPIC",
        "KAFKA://h:1/t    | must be a local folder, or kafka://HOST:PORT[,HOST:PORT]/TOPIC",
        "kafka://h/t      | messages go to topics: must be kafka://HOST:PORT[,HOST:PORT]/TOPIC",
        "kafka://h:1/t?format=avro | labels are JSON; leave out what follows the '?'"
      })
  void places(String place, String problem) {
    open("--feedback=" + place);
    assertThat(problems).singleElement().asString().endsWith(problem);
  }

  @Test
  void settings() throws IOException {
    open("--kafkaProperties=none.properties");
    assertThat(problems).singleElement().asString().contains("leave it out");
    problems.clear();
    Path file =
        Files.writeString(
            folder.resolve("client.properties"), "acks=1\nssl.truststore.password=a-secret\n");
    open("--feedback=kafka://h:1/t", "--kafkaProperties=" + file);
    assertThat(problems).singleElement().asString().contains("has acks").doesNotContain("secret");
    problems.clear();
    open("--feedback=kafka://h:1/t", "--kafkaProperties=" + folder.resolve("no.properties"));
    assertThat(problems)
        .singleElement()
        .asString()
        .endsWith("no.properties: no such file or folder");
  }
}
