package io.credence.distribution;

/**
 * Logarithms of probabilities without the cancellation of large log-gammas: C. Loader, "Fast and
 * accurate computation of binomial probabilities" (2000). Counts may be any real numbers, so that
 * gamma and beta densities come from here, too. The error is some 1e-15, absolute or relative,
 * whichever is larger.
 */
final class Saddle {

  static final double LOG_TWO_PI = StrictMath.log(2 * Math.PI);

  /** From here on Stirling's series below has 16 digits. */
  private static final double SERIES_FROM = 10;

  private Saddle() {}

  /** log(e^-mu mu^x / Gamma(x + 1)), for x and mu from 0. */
  static double poisson(double x, double mu) {
    if (mu == 0 || x == Double.POSITIVE_INFINITY) {
      return x == 0 ? 0 : Double.NEGATIVE_INFINITY;
    }
    if (x == 0) {
      return -mu;
    }
    return -stirlingError(x) - deviance(x, mu) - 0.5 * (LOG_TWO_PI + StrictMath.log(x));
  }

  /**
   * log(Gamma(x + y + 1) / (Gamma(x + 1) Gamma(y + 1)) p^x q^y), for x and y from 0.
   *
   * @param q 1 - p
   */
  static double binomial(double x, double y, double p, double q) {
    if (x == 0) {
      return times(y, p, q);
    }
    if (y == 0) {
      return times(x, q, p);
    }
    if (p == 0 || q == 0) {
      return Double.NEGATIVE_INFINITY;
    }
    double n = x + y;
    return stirlingError(n)
        - stirlingError(x)
        - stirlingError(y)
        - deviance(x, n * p)
        - deviance(y, n * q)
        - 0.5 * (LOG_TWO_PI + StrictMath.log(x) + StrictMath.log(y / n));
  }

  /** n log(q), where p = 1 - q. */
  private static double times(double n, double p, double q) {
    return n == 0 ? 0 : n * (p < 0.5 ? StrictMath.log1p(-p) : StrictMath.log(q));
  }

  /** log Gamma(x + 1), for x &gt; 0. */
  static double logFactorial(double x) {
    return stirlingError(x) + (x + 0.5) * StrictMath.log(x) - x + 0.5 * LOG_TWO_PI;
  }

  /** log Gamma(x + 1) less Stirling's formula for it, for x &gt; 0. */
  static double stirlingError(double x) {
    double z = x;
    double sum = 0;
    while (z < SERIES_FROM) {
      sum += (z + 0.5) * StrictMath.log1p(1 / z) - 1;
      z++;
    }
    double s = 1 / (z * z);
    double series =
        1.0 / 12
            - s
                * (1.0 / 360
                    - s
                        * (1.0 / 1260
                            - s
                                * (1.0 / 1680
                                    - s * (1.0 / 1188 - s * (691.0 / 360360 - s / 156)))));
    return sum + series / z;
  }

  /** x log(x / m) + m - x, for x from 0 and m &gt; 0. */
  static double deviance(double x, double m) {
    if (x == 0) {
      return m;
    }
    if (Math.abs(x - m) >= 0.1 * (x + m)) {
      double ratio = x / m;
      double log =
          ratio <= Double.MAX_VALUE && ratio > 0
              ? StrictMath.log(ratio)
              : StrictMath.log(x) - StrictMath.log(m);
      return x * log + m - x;
    }
    double v = (x - m) / (x + m);
    double sum = (x - m) * v;
    double term = 2 * x * v;
    for (int j = 3; ; j += 2) {
      term *= v * v;
      double next = sum + term / j;
      if (next == sum) {
        return sum;
      }
      sum = next;
    }
  }
}
