package io.credence.expression;

import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleBinaryOperator;

/** The operators between two values. Comparisons yield 1 where they hold, and 0 where not. */
final class Operators {

  private static final Map<String, Elementwise> NUMBERS =
      Map.ofEntries(
          Map.entry("+", Arithmetic.ADD),
          Map.entry("-", Arithmetic.SUBTRACT),
          Map.entry("*", Arithmetic.MULTIPLY),
          Map.entry("/", Arithmetic.DIVIDE),
          operator("**", StrictMath::pow),
          operator("<", (a, b) -> truth(a < b)),
          operator("<=", (a, b) -> truth(a <= b)),
          operator(">", (a, b) -> truth(a > b)),
          operator(">=", (a, b) -> truth(a >= b)),
          operator("==", (a, b) -> truth(a == b)),
          operator("!=", (a, b) -> truth(a != b)),
          operator("and", (a, b) -> truth(a != 0 && b != 0)),
          operator("or", (a, b) -> truth(a != 0 || b != 0)));

  private Operators() {}

  private static Map.Entry<String, Elementwise> operator(
      String symbol, DoubleBinaryOperator function) {
    return Map.entry(symbol, Elementwise.folding(function));
  }

  static Elementwise ofNumbers(String symbol) {
    return Objects.requireNonNull(NUMBERS.get(symbol));
  }

  static double truth(boolean condition) {
    return condition ? 1 : 0;
  }
}
