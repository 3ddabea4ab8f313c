package io.credence.folder;

import static org.assertj.core.api.Assertions.assertThat;

import io.credence.folder.BracedExpressions.Entry;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BracedExpressionsTest {

  @Test
  void commasWithinParenthesesBelongToTheExpression() {
    assertThat(BracedExpressions.split("{beta: normal(0, 2), gamma: max(min(1, 2), 3)}"))
        .containsExactly(
            new Entry("beta", "normal(0, 2)"), new Entry("gamma", "max(min(1, 2), 3)"));
  }

  @Test
  void commasWithinBracketsBelongToTheExpression() {
    assertThat(BracedExpressions.split("{\"s\": \"dot(beta, [x, 1])\", t: 'theta[a, b]'}"))
        .containsExactly(new Entry("s", "dot(beta, [x, 1])"), new Entry("t", "theta[a, b]"));
  }

  @Test
  void quotesHoldWhatYamlReadsInThem() {
    assertThat(
            BracedExpressions.split(
                "{\"ab[g, \\\"a, b\\\"]\": 1, 'it''s': 2, `x: y`: 3, \"c: d\": beta[\"e,f\"], 'a': \"b\" == \"c\"}"))
        .containsExactly(
            new Entry("ab[g, \"a, b\"]", "1"),
            new Entry("it's", "2"),
            new Entry("`x: y`", "3"),
            new Entry("c: d", "beta[\"e,f\"]"),
            new Entry("a", "\"b\" == \"c\""));
  }

  @Test
  void namesMayOccurTwice() {
    assertThat(BracedExpressions.split("{a: 1, a: 2}"))
        .containsExactly(new Entry("a", "1"), new Entry("a", "2"));
  }

  @Test
  void aNameWithoutAColonHasNoExpression() {
    assertThat(BracedExpressions.split("{a}")).isEqualTo(List.of(new Entry("a", "")));
  }

  @Test
  void commentsAndLinesDoNotCount() {
    assertThat(BracedExpressions.split("{\n  a: 1,  # one, two: three\n  b: f(2,\n     3)\n}"))
        .containsExactly(new Entry("a", "1"), new Entry("b", "f(2,\n     3)"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{ }", "{,}", "", "{"})
  void nothingYieldsNothing(String braced) {
    assertThat(BracedExpressions.split(braced)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{a: f(1, b: 2}", "{a: 1), b: 2}", "{:}", "{a: '}", "}{"})
  void unbalancedTextIsSplitSomehow(String braced) {
    assertThat(BracedExpressions.split(braced)).isNotNull();
  }
}
