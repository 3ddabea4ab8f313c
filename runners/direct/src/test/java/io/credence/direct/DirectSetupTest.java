package io.credence.direct;

import static org.assertj.core.api.Assertions.assertThat;

import io.credence.jobs.runner.GivenArguments;
import io.credence.jobs.runner.Runners;
import io.credence.jobs.runner.Work;
import io.credence.problem.Problems;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked of the DirectRunner when the user asks for nothing. */
class DirectSetupTest {

  private final Problems problems = new Problems();

  private List<String> prepare(String... arguments) {
    GivenArguments given = new GivenArguments(List.of(arguments));
    Runners.of(given).prepare(given, Work.BATCH, problems);
    return given.all();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--seed=1",
        "--runner=DirectRunner",
        "--runner=direct",
        "--runner=org.apache.beam.runners.direct.DirectRunner"
      })
  void elementsAreNotChecked(String argument) {
    assertThat(prepare(argument))
        .contains(argument, "--enforceImmutability=false", "--blockOnRun=false");
    assertThat(problems).isEmpty();
  }

  @Test
  void whatIsGivenStays() {
    assertThat(prepare("--blockOnRun")).doesNotContain("--blockOnRun=false");
  }

  @Test
  void anotherRunnerIsLeftAlone() {
    assertThat(prepare("--runner=SparkRunner")).containsExactly("--runner=SparkRunner");
  }

  @Test
  void aParallelismOfNothingIsRefused() {
    prepare("--targetParallelism=0");
    assertThat(problems).containsExactly("--targetParallelism=0: must be at least 1");
  }
}
