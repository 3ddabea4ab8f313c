package io.credence.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.credence.server.options.ServeOptions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelLoadingTest {

  /** All are found out without a connection. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gs://b/m | https://h:1 | --model=gs://b/m: must be a local folder, or s3://BUCKET/KEY",
        "s3://b/m | h           | --s3Endpoint=h: must be http:// or https://, a host and a port",
        "no/such  | https://h:1 | model.yaml"
      })
  void placesOfModels(String model, String endpoint, String problem) {
    List<String> problems = new ArrayList<>();
    ServeOptions options =
        ServeOptions.parse(List.of("--model=" + model, "--s3Endpoint=" + endpoint), problems);
    assertThat(new ModelLoading(options, problems).load()).isNull();
    assertThat(problems).last().asString().contains(problem);
  }
}
