package io.credence.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProblemTest {

  @Test
  void isOneLineWithFileAndLine() {
    assertThat(new Problem("model.yaml", 7, "wrong")).hasToString("model.yaml:7: wrong");
  }

  @Test
  void leavesOutTheLineOfAWholeFile() {
    assertThat(Problem.of("posterior.nc", "wrong")).hasToString("posterior.nc: wrong");
  }
}
