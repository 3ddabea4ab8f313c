package io.credence.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.credence.jobs.runner.GivenArguments;
import io.credence.problem.Problems;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreArgumentsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--s3Endpoint=http://user:hidden@host:9000",
        "--s3Endpoint=user:hidden@host",
        "--endpoint=http://user:hidden@a b"
      })
  void aPasswordInTheEndpointIsNotRepeated(String argument) {
    Problems problems = new Problems();
    GivenArguments given = new GivenArguments(List.of("--s3Endpoint=http://a", argument));
    StoreArguments.prepare(given, problems);
    assertThat(given.all()).noneMatch(prepared -> prepared.contains("hidden"));
    assertThat(problems)
        .singleElement()
        .asString()
        .matches("--(s3E|e)ndpoint: holds a secret, .*")
        .contains("leave user and password out")
        .doesNotContain("hidden");
  }
}
