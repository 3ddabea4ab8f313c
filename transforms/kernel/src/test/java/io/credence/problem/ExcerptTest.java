package io.credence.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExcerptTest {

  @Test
  void shortTextsStayWhole() {
    assertThat(Excerpt.of("x".repeat(100))).isEqualTo("x".repeat(100));
  }

  @Test
  void longTextsAreCutButNoPairIs() {
    assertThat(Excerpt.of("x".repeat(101))).isEqualTo("x".repeat(100) + "…");
    assertThat(Excerpt.of("abc😀de", 4)).isEqualTo("abc…");
  }

  @Test
  void namesThatAreOutOfHandAreNotCompared() {
    String huge = "x".repeat(1_000_000);
    assertThat(Suggestion.didYouMean(huge, List.of(huge + "y"))).isEmpty();
    assertThat(Suggestion.didYouMean("alpah", List.of(huge, "alpha"))).contains("alpha");
  }
}
