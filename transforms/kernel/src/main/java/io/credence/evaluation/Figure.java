package io.credence.evaluation;

/**
 * A figure of an evaluation.
 *
 * @param name such as {@code coverage_95}; {@code docs/evaluation.md} says what each one means
 * @param value NaN where there is none, such as the mean of no records
 * @param lower the lower end of its 95 % interval; NaN where it has none
 * @param upper the upper end
 */
public record Figure(String name, double value, double lower, double upper) {

  /** The 0.975 quantile of the standard normal distribution. */
  private static final double Z = 1.959963984540054;

  static Figure plain(String name, double value) {
    return new Figure(name, value, Double.NaN, Double.NaN);
  }

  /** A value with its standard error, which is asymptotically normal. */
  static Figure normal(String name, double value, double error) {
    return new Figure(name, value, value - Z * error, value + Z * error);
  }

  /**
   * A share with Wilson's interval.
   *
   * @param share how much of n, from 0 to 1
   */
  static Figure share(String name, double share, long n) {
    double zz = Z * Z / n;
    double middle = (share + zz / 2) / (1 + zz);
    double half = Z * Math.sqrt((share * (1 - share) + zz / 4) / n) / (1 + zz);
    return new Figure(name, share, Math.max(0, middle - half), Math.min(1, middle + half));
  }

  Figure sqrt(String other) {
    return new Figure(
        other, Math.sqrt(value), Math.sqrt(Math.max(0, lower)), Math.sqrt(Math.max(0, upper)));
  }
}
