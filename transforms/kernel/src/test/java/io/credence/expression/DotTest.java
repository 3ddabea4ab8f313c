package io.credence.expression;

import static io.credence.expression.TestScope.dimension;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DotTest {

  private static final int ELEMENTS = 20_000;
  private static final int DRAWS = Evaluation.DRAWS;

  private static double[] normals(int count, long seed) {
    return new Random(seed).doubles(count, -1e3, 1e3).toArray();
  }

  @Test
  void aLongVectorNeedsNeitherStackNorMemory() throws Exception {
    double[] beta = normals(ELEMENTS * DRAWS, 1);
    double[] weights = normals(ELEMENTS, 2);
    TestScope scope =
        new TestScope()
            .parameter("beta", List.of(dimension("k", ELEMENTS)), beta)
            .constant("weights", List.of(dimension("k", ELEMENTS)), weights);

    double[] column = Evaluation.of(scope, "dot(beta, weights)").column();

    for (int draw = 0; draw < DRAWS; draw++) {
      double expected = beta[draw] * weights[0];
      for (int k = 1; k < ELEMENTS; k++) {
        expected += beta[k * DRAWS + draw] * weights[k];
      }
      assertThat(column[draw]).isEqualTo(expected);
    }
  }

  @Test
  void aLongVectorOfConstantsIsANumber() throws Exception {
    double[] weights = normals(ELEMENTS, 3);
    TestScope scope =
        new TestScope().constant("weights", List.of(dimension("k", ELEMENTS)), weights);
    double expected = weights[0] * weights[0];
    for (int k = 1; k < ELEMENTS; k++) {
      expected += weights[k] * weights[k];
    }

    Evaluation dot = Evaluation.of(scope, "dot(weights, weights)");

    assertThat(dot.operand()).isInstanceOf(ScalarOperand.class);
    assertThat(dot.column()[0]).isEqualTo(expected);
  }

  /** The same sum, written with operators. */
  @Test
  void hasTheBitsOfASumOfProducts() throws Exception {
    int size = 40;
    TestScope scope =
        new TestScope()
            .number("x")
            .parameter("beta", List.of(dimension("k", size)), normals(size * DRAWS, 4))
            .parameter("alpha", 0.1, -0.0, 1e-300);
    List<String> left = IntStream.range(0, size).mapToObj(k -> "beta[%s]".formatted(k)).toList();
    List<String> right =
        IntStream.range(0, size)
            .mapToObj(k -> List.of("x / 3", "alpha", "x * " + k, "0.7").get(k % 4))
            .toList();
    for (List<String> first : List.of(left, right)) {
      String sum =
          IntStream.range(0, size)
              .mapToObj(k -> "(" + first.get(k) + ") * (" + right.get(k) + ")")
              .collect(Collectors.joining(" + "));
      String dot = "dot(%s, %s)".formatted(first, right);
      assertThat(Evaluation.of(scope, dot).number(0, 1.7).column())
          .containsExactly(Evaluation.of(scope, sum).number(0, 1.7).column());
    }
  }

  @Test
  void keepsANegativeZero() throws Exception {
    TestScope scope = new TestScope().number("x").parameter("alpha", -0.0, 0, 1);
    assertThat(Evaluation.of(scope, "dot([x], [alpha])").number(0, 1).column()[0]).isEqualTo(-0.0);
    assertThat(Evaluation.of(scope, "dot([x], [1])").number(0, -0.0).column()[0]).isEqualTo(-0.0);
  }
}
