package io.credence.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FunctionTest {

  /**
   * The figures are of numpy 2.4.6, with expit and logit of scipy 1.17.1; they differ by an ulp.
   */
  private static final double RELATIVE = 1e-15;

  @ParameterizedTest
  @CsvSource({
    "exp, 0, 1.0",
    "exp, 1, 2.718281828459045",
    "exp, -1, 0.36787944117144233",
    "exp, 710, Infinity",
    "exp, -746, 0.0",
    "log, 1, 0.0",
    "log, 10, 2.302585092994046",
    "log, 0.5, -0.6931471805599453",
    "log, 0, -Infinity",
    "log, -1, NaN",
    "log1p, 1e-10, 9.999999999500001e-11",
    "log1p, 0.5, 0.4054651081081644",
    "log1p, -1, -Infinity",
    "log1p, -2, NaN",
    "expm1, 1e-10, 1.00000000005e-10",
    "expm1, -800, -1.0",
    "expm1, 1, 1.7182818284590453",
    "sqrt, 2, 1.4142135623730951",
    "sqrt, 0, 0.0",
    "sqrt, -1, NaN",
    "abs, -2.5, 2.5",
    "abs, 2.5, 2.5",
    "floor, 2.7, 2.0",
    "floor, -2.1, -3.0",
    "floor, 3, 3.0",
    "logistic, 0, 0.5",
    "logistic, 2, 0.8807970779778823",
    "logistic, -2, 0.11920292202211755",
    "logistic, 800, 1.0",
    "logistic, -800, 0.0",
    "logistic, -40, 4.248354255291589e-18",
    "logit, 0.5, 0.0",
    "logit, 0.9, 2.1972245773362196",
    "logit, 0, -Infinity",
    "logit, 1, Infinity",
    "logit, -0.1, NaN",
    "logit, 1.5, NaN",
    "softplus, 0, 0.6931471805599453",
    "softplus, 2, 2.1269280110429727",
    "softplus, -2, 0.1269280110429725",
    "softplus, 800, 800.0",
    "softplus, -800, 0.0",
    "softplus, -40, 4.248354255291589e-18",
    "tanh, 0.5, 0.46211715726000974",
    "tanh, -40, -1.0",
    "sin, 1, 0.8414709848078965",
    "sin, 10000000000.0, -0.4875060250875107",
    "cos, 1, 0.5403023058681398",
    "cos, 10000000000.0, 0.873119622676856",
  })
  void unary(String function, double x, double expected) throws Exception {
    assertClose(Evaluation.constant("%s(%s)".formatted(function, x)), expected);
  }

  @ParameterizedTest
  @CsvSource({
    "'min(1, 2)', 1",
    "'max(1, 2)', 2",
    "'min(-1, -2)', -2",
    "'pow(2, 10)', 1024",
    "'pow(2, -1)', 0.5",
    "'pow(2, 0.5)', 1.4142135623730951",
    "'pow(0, 0)', 1",
    "'pow(-8, 1 / 3)', NaN",
    "2 ** 10, 1024",
    "-2 ** 2, -4",
    "7 / 2, 3.5",
    "1 / 0, Infinity",
    "-1 / 0, -Infinity",
    "0 / 0, NaN",
    "1 + 2 * 3 - 4, 3",
    "0.1 + 0.2, 0.30000000000000004",
    "'min(0 / 0, 1)', NaN",
    "'max(1, 0 / 0)', NaN",
  })
  void arithmetic(String expression, double expected) throws Exception {
    assertClose(Evaluation.constant(expression), expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1 < 2", "1 <= 1", "2 > 1", "2 >= 2", "1 == 1", "1 != 2", "0 == -0"})
  void trueIsOne(String comparison) throws Exception {
    assertThat(Evaluation.constant(comparison)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2 < 1", "2 <= 1", "1 > 2", "1 >= 2", "1 == 2", "1 != 1"})
  void falseIsZero(String comparison) throws Exception {
    assertThat(Evaluation.constant(comparison)).isEqualTo(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0/0 == 0/0",
        "0/0 != 1",
        "0/0 < 1",
        "not (0/0 > 1)",
        "0/0 and 1",
        "1 or 0/0",
        "where(0/0 > 1, 1, 5)",
        "interp(0/0, [0, 1], [10, 20])"
      })
  void whatIsUnknownIsNeither(String expression) throws Exception {
    assertThat(Evaluation.constant(expression)).isNaN();
  }

  @ParameterizedTest
  @CsvSource({
    "'where(1 < 2, 10, 20)', 10",
    "'where(1 > 2, 10, 20)', 20",
    "'where(-0.5, 10, 20)', 10",
    // The branch that is not taken may be anything.
    "'where(0, log(-1), 20)', 20",
  })
  void where(String expression, double expected) throws Exception {
    assertThat(Evaluation.constant(expression)).isEqualTo(expected);
  }

  private static void assertClose(double actual, double expected) {
    if (Double.isFinite(expected)) {
      assertThat(actual).isCloseTo(expected, within(RELATIVE * Math.abs(expected)));
    } else {
      assertThat(actual).isEqualTo(Double.valueOf(expected));
    }
  }
}
