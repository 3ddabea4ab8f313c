package io.credence.jobs.runner;

import static org.assertj.core.api.Assertions.assertThat;

import io.credence.problem.Problems;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Runners are found by what is on the class path: here, {@link ThirdRunner} is. */
class RunnersTest {

  private static Runner of(String... arguments) {
    return Runners.of(new GivenArguments(List.of(arguments)));
  }

  @Test
  void aRunnerOfSomebodyElseIsFound() {
    assertThat(of("--runner=ThirdRunner")).isInstanceOf(ThirdRunner.class);
    assertThat(of("--runner=com.example.ThirdRunner")).isInstanceOf(ThirdRunner.class);
    assertThat(of()).isInstanceOf(ThirdRunner.class);
  }

  @Test
  void ofARunnerThatIsUnknownNothingIsAsked() {
    GivenArguments arguments = new GivenArguments(List.of("--runner=SparkRunner"));
    Runners.of(arguments).prepare(arguments, Work.BATCH, new Problems());
    assertThat(arguments.all()).containsExactly("--runner=SparkRunner");
  }
}
