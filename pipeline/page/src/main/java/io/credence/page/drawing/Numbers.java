package io.credence.page.drawing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as a page writes them, alike in all languages. */
public final class Numbers {

  /** Instead of a number that is not finite. */
  public static final String NONE = "–";

  private static final int DIGITS = 4;

  /** Above and below this, in powers of ten, a number is written with an exponent. */
  private static final int MOST_PLAIN = 6;

  private static final int LEAST_PLAIN = -4;

  private Numbers() {}

  /** A number with four digits that matter, such as {@code 0.9512} or {@code 1.25e9}. */
  public static String of(double value) {
    return Double.isFinite(value)
        ? of(new BigDecimal(value).round(new MathContext(DIGITS, RoundingMode.HALF_EVEN)))
        : NONE;
  }

  static String of(BigDecimal value) {
    if (value.signum() == 0) {
      return "0";
    }
    BigDecimal shortest = value.stripTrailingZeros();
    int exponent = shortest.precision() - shortest.scale() - 1;
    if (exponent < LEAST_PLAIN || exponent > MOST_PLAIN) {
      return sign(shortest.movePointLeft(exponent).toPlainString()) + "e" + sign("" + exponent);
    }
    return sign(shortest.toPlainString());
  }

  private static String sign(String number) {
    return number.replace('-', '−');
  }

  /** A share in percent, such as {@code 95.1 %}. */
  public static String percent(double share) {
    if (!Double.isFinite(share)) {
      return NONE;
    }
    BigDecimal percent =
        new BigDecimal(share).movePointRight(2).setScale(1, RoundingMode.HALF_EVEN);
    return sign(percent.stripTrailingZeros().toPlainString()) + " %";
  }

  /** A whole number, such as {@code 26,038}. */
  public static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** A place in a picture, to a tenth of its unit. */
  static String place(double place) {
    long tenths = Math.round(place * 10);
    String whole = Long.toString(Math.abs(tenths) / 10);
    String rest = tenths % 10 == 0 ? "" : "." + Math.abs(tenths) % 10;
    return (tenths < 0 ? "-" : "") + whole + rest;
  }
}
