package io.credence.server.page;

import java.math.BigDecimal;
import java.math.MathContext;

/** Writes numbers as people read them. */
final class Figures {

  private static final MathContext DIGITS = new MathContext(6);
  private static final int MOST_ZEROS = 6;

  private Figures() {}

  /** With six significant digits. */
  static String shortened(double value) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "undefined" : value > 0 ? "infinite" : "-infinite";
    }
    BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
    int exponent = rounded.precision() - rounded.scale();
    boolean isLong = exponent > DIGITS.getPrecision() + MOST_ZEROS || exponent < -MOST_ZEROS;
    return isLong && rounded.signum() != 0 ? rounded.toString() : rounded.toPlainString();
  }

  /** A probability, such as 95%. */
  static String percent(double probability) {
    return shortened(100 * probability) + "%";
  }
}
