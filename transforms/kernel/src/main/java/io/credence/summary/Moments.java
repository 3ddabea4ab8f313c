package io.credence.summary;

/**
 * Mean and standard deviation (divisor n - 1), in one pass.
 *
 * <p>The pass adds up d = x - c and d * d around c, the middle value. No median lies further from
 * the mean than one standard deviation, so the correction (sum d)^2 / n is at most half of sum d^2,
 * and the subtraction costs one bit at most: this is as good as two passes. A common offset, such
 * as 1e15, cancels exactly.
 *
 * <p>Values are first brought to the magnitude of 1 by a power of two, which is exact; so squares
 * of 1e300 do not overflow, and squares of 1e-300 do not vanish. Four partial sums, which the
 * processor adds side by side, make the order of additions part of the definition.
 */
final class Moments {

  private double mean;
  private double sd;

  double mean() {
    return mean;
  }

  /** NaN for a single value, infinite only if the true figure exceeds the largest double. */
  double sd() {
    return sd;
  }

  /**
   * Reduces samples[0..n).
   *
   * @param middle the middle sample, or the upper one of the middle two
   * @param range the smallest and the largest sample
   */
  void reduce(double[] samples, int n, double middle, Range range) {
    double largest = Math.max(Math.abs(range.low()), Math.abs(range.high()));
    int exponent = Math.max(Math.getExponent(largest), Double.MIN_EXPONENT);
    double scale = Math.scalb(1.0, -exponent);
    double centre = middle * scale;
    double d0 = 0;
    double d1 = 0;
    double d2 = 0;
    double d3 = 0;
    double q0 = 0;
    double q1 = 0;
    double q2 = 0;
    double q3 = 0;
    int i = 0;
    for (; i + 3 < n; i += 4) {
      double a = samples[i] * scale - centre;
      double b = samples[i + 1] * scale - centre;
      double c = samples[i + 2] * scale - centre;
      double d = samples[i + 3] * scale - centre;
      d0 += a;
      d1 += b;
      d2 += c;
      d3 += d;
      q0 += a * a;
      q1 += b * b;
      q2 += c * c;
      q3 += d * d;
    }
    for (; i < n; i++) {
      double a = samples[i] * scale - centre;
      d0 += a;
      q0 += a * a;
    }
    double sum = (d0 + d1) + (d2 + d3);
    double squares = (q0 + q1) + (q2 + q3);
    mean = Math.scalb(centre + sum / n, exponent);
    sd = Math.scalb(Math.sqrt((squares - sum * sum / n) / (n - 1)), exponent);
  }
}
