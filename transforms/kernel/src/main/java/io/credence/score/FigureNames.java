package io.credence.score;

import java.math.BigDecimal;

/** Numbers as parts of the names of columns and figures. */
public final class FigureNames {

  private FigureNames() {}

  /** A probability in percent: 0.95 becomes {@code 95}, and 0.995 becomes {@code 99_5}. */
  public static String percent(double probability) {
    return legible(BigDecimal.valueOf(probability).movePointRight(2));
  }

  /** A number: a minus becomes m, and a point becomes an underscore. */
  public static String number(double value) {
    return legible(BigDecimal.valueOf(value));
  }

  private static String legible(BigDecimal number) {
    BigDecimal shortest = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    return shortest.toPlainString().replace('-', 'm').replace('.', '_');
  }
}
