package io.credence.expression;

import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleBinaryOperator;

/**
 * The operators between two values. Comparisons yield 1 where they hold, 0 where not, and NaN where
 * a value is NaN: what is unknown is neither.
 */
final class Operators {

  private static final Map<String, Elementwise> NUMBERS =
      Map.ofEntries(
          Map.entry("+", Arithmetic.ADD),
          Map.entry("-", Arithmetic.SUBTRACT),
          Map.entry("*", Arithmetic.MULTIPLY),
          Map.entry("/", Arithmetic.DIVIDE),
          operator("**", StrictMath::pow),
          truth("<", (a, b) -> a < b),
          truth("<=", (a, b) -> a <= b),
          truth(">", (a, b) -> a > b),
          truth(">=", (a, b) -> a >= b),
          truth("==", (a, b) -> a == b),
          truth("!=", (a, b) -> a != b),
          truth("and", (a, b) -> a != 0 && b != 0),
          truth("or", (a, b) -> a != 0 || b != 0));

  private Operators() {}

  private static Map.Entry<String, Elementwise> operator(
      String symbol, DoubleBinaryOperator function) {
    return Map.entry(symbol, Elementwise.folding(function));
  }

  private static Map.Entry<String, Elementwise> truth(String symbol, Condition condition) {
    return operator(
        symbol,
        (a, b) -> Double.isNaN(a) || Double.isNaN(b) ? Double.NaN : truth(condition.holds(a, b)));
  }

  @FunctionalInterface
  private interface Condition {
    boolean holds(double a, double b);
  }

  static Elementwise ofNumbers(String symbol) {
    return Objects.requireNonNull(NUMBERS.get(symbol));
  }

  static double truth(boolean condition) {
    return condition ? 1 : 0;
  }
}
