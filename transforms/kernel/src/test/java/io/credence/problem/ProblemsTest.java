package io.credence.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ProblemsTest {

  private final Problems problems = new Problems("model.yaml");

  @Test
  void areListedAsTheyWereFoundOrByLine() {
    assertThat(problems.isEmpty()).isTrue();
    problems.add(7, "b");
    problems.add(2, "a");
    problems.add("c");
    assertThat(problems.list())
        .map(Problem::toString)
        .containsExactly("model.yaml:7: b", "model.yaml:2: a", "model.yaml: c");
    assertThat(problems.listByLine()).map(Problem::line).containsExactly(0, 2, 7);
  }

  @Test
  void beyondTheFirstTwentyAreCounted() {
    for (int line = 1; line <= 25; line++) {
      problems.add(line, "x");
    }
    assertThat(problems.list())
        .hasSize(21)
        .last()
        .hasToString("model.yaml: There are 5 more problems");
  }

  @Test
  void theFirstCauseIsKept() {
    IOException first = new IOException("first");
    problems.add("a", null);
    problems.add("b", first);
    problems.add("c", new IOException("second"));
    assertThat(problems.cause()).isSameAs(first);
  }
}
