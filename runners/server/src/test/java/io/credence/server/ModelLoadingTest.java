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
        "gs://b/m | https://h:1 | --model=gs://b/m: must be a local folder, s3://BUCKET/KEY or registry:URI/NAME@alias",
        "registry:gs://b/m@c | https://h:1 | a registry is kept on a disk, by a local path, or in S3",
        "registry:/r/m | https://h:1 | --model=registry:/r/m: is no registry:URI/NAME@alias, registry:URI/NAME@version",
        "registry:no/such/m@c | https://h:1 | holds no model 'm'",
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
