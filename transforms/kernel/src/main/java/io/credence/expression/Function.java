package io.credence.expression;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/**
 * The functions of the language, elementwise. Those that IEEE 754 does not fix to the last bit come
 * from {@link StrictMath}: the same record must get the same bits on every processor.
 */
final class Function {

  private static final Map<String, DoubleUnaryOperator> UNARY =
      Map.ofEntries(
          Map.entry("exp", StrictMath::exp),
          Map.entry("log", StrictMath::log),
          Map.entry("log1p", StrictMath::log1p),
          Map.entry("expm1", StrictMath::expm1),
          Map.entry("sqrt", Math::sqrt),
          Map.entry("abs", Math::abs),
          Map.entry("floor", Math::floor),
          Map.entry("logistic", Function::logistic),
          Map.entry("logit", p -> StrictMath.log(p / (1 - p))),
          Map.entry("softplus", Function::softplus),
          Map.entry("tanh", StrictMath::tanh),
          Map.entry("sin", StrictMath::sin),
          Map.entry("cos", StrictMath::cos));

  private static final Map<String, DoubleBinaryOperator> BINARY =
      Map.of("min", Math::min, "max", Math::max, "pow", StrictMath::pow);

  private static final Map<String, DoubleBinaryOperator> OPERATORS =
      Map.of(
          "<", (a, b) -> truth(a < b),
          "<=", (a, b) -> truth(a <= b),
          ">", (a, b) -> truth(a > b),
          ">=", (a, b) -> truth(a >= b),
          "==", (a, b) -> truth(a == b),
          "!=", (a, b) -> truth(a != b),
          "**", StrictMath::pow);

  private Function() {}

  static Optional<DoubleUnaryOperator> unary(String name) {
    return Optional.ofNullable(UNARY.get(name));
  }

  static Optional<DoubleBinaryOperator> binary(String name) {
    return Optional.ofNullable(BINARY.get(name));
  }

  /** Comparisons, which yield 1 or 0, and the power operator. */
  static Optional<DoubleBinaryOperator> operator(String symbol) {
    return Optional.ofNullable(OPERATORS.get(symbol));
  }

  static Set<String> unaryNames() {
    return UNARY.keySet();
  }

  static Set<String> binaryNames() {
    return BINARY.keySet();
  }

  /** 1 / (1 + exp(-x)), without overflow on either side. */
  private static double logistic(double x) {
    if (x >= 0) {
      return 1 / (1 + StrictMath.exp(-x));
    }
    double e = StrictMath.exp(x);
    return e / (1 + e);
  }

  /** log(1 + exp(x)), without overflow. */
  private static double softplus(double x) {
    return Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x)));
  }

  private static double truth(boolean condition) {
    return condition ? 1 : 0;
  }
}
