package io.credence.distribution;

/**
 * Variates that count. Their parameters differ with each draw, so none has a set-up: rejection from
 * a table mountain for large means, search from 0 for small ones. W. Hörmann, "The transformed
 * rejection method for generating Poisson random variables" (1993) and "The generation of binomial
 * random variates" (1993).
 */
final class CountVariates {

  /** Below this mean a search from 0 is faster, and above it the rejections are proven. */
  private static final double SEARCH_BELOW = 10;

  /** Far below the resolution of a uniform variate: here a search has come to the end. */
  private static final double NEGLIGIBLE = 0x1p-60;

  private CountVariates() {}

  /** A Poisson variate of any mean from 0. */
  static double poisson(double mu, Variates variates) {
    if (mu >= SEARCH_BELOW) {
      return largePoisson(mu, variates);
    }
    double u = variates.uniform();
    double probability = StrictMath.exp(-mu);
    double k = 0;
    while (u >= probability && probability > NEGLIGIBLE) {
      u -= probability;
      k++;
      probability *= mu / k;
    }
    return k;
  }

  /** Hörmann's PTRS. */
  private static double largePoisson(double mu, Variates variates) {
    double b = 0.931 + 2.53 * Math.sqrt(mu);
    double a = -0.059 + 0.02483 * b;
    double inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
    double sure = 0.9277 - 3.6224 / (b - 2);
    while (true) {
      double u = variates.uniform() - 0.5;
      double v = variates.uniform();
      double us = 0.5 - Math.abs(u);
      double k = Math.floor((2 * a / us + b) * u + mu + 0.43);
      if (us >= 0.07 && v <= sure) {
        return k;
      }
      if (k < 0 || (us < 0.013 && v > us)) {
        continue;
      }
      if (StrictMath.log(v * inverseAlpha / (a / (us * us) + b)) <= Saddle.poisson(k, mu)) {
        return k;
      }
    }
  }

  /** A Poisson variate that is not 0: the first event's time, and then the events after it. */
  static double positivePoisson(double mu, Variates variates) {
    if (mu >= SEARCH_BELOW) {
      while (true) {
        double k = largePoisson(mu, variates);
        if (k > 0) {
          return k;
        }
      }
    }
    double first = -StrictMath.log1p(variates.uniform() * StrictMath.expm1(-mu));
    return 1 + poisson(Math.max(0, mu - first), variates);
  }

  /** A binomial variate of any n from 0 and p from 0 to 1. */
  static double binomial(double n, double p, Variates variates) {
    return p <= 0.5 ? rareBinomial(n, p, variates) : n - rareBinomial(n, 1 - p, variates);
  }

  private static double rareBinomial(double n, double p, Variates variates) {
    if (n * p >= SEARCH_BELOW) {
      return largeBinomial(n, p, variates);
    }
    double u = variates.uniform();
    double odds = p / (1 - p);
    double probability = StrictMath.exp(n * StrictMath.log1p(-p));
    double k = 0;
    while (u >= probability && probability > NEGLIGIBLE) {
      u -= probability;
      k++;
      probability *= (n - k + 1) / k * odds;
    }
    return Math.min(k, n);
  }

  /** Hörmann's BTRS. */
  private static double largeBinomial(double n, double p, Variates variates) {
    double q = 1 - p;
    double deviation = Math.sqrt(n * p * q);
    double b = 1.15 + 2.53 * deviation;
    double a = -0.0873 + 0.0248 * b + 0.01 * p;
    double c = n * p + 0.5;
    double sure = 0.92 - 4.2 / b;
    double alpha = (2.83 + 5.1 / b) * deviation;
    double mode = Math.floor((n + 1) * p);
    while (true) {
      double u = variates.uniform() - 0.5;
      double v = variates.uniform();
      double us = 0.5 - Math.abs(u);
      double k = Math.floor((2 * a / us + b) * u + c);
      if (us >= 0.07 && v <= sure) {
        return k;
      }
      if (k < 0 || k > n) {
        continue;
      }
      if (StrictMath.log(v * alpha / (a / (us * us) + b))
          <= Saddle.binomial(k, n - k, p, q) - Saddle.binomial(mode, n - mode, p, q)) {
        return k;
      }
    }
  }

  /** Poisson variates whose mean is a gamma variate of mean mu and shape alpha. */
  static double negativeBinomial(double mu, double alpha, Variates variates) {
    return poisson(variates.gamma(alpha) * (mu / alpha), variates);
  }

  /**
   * A negative binomial variate that is not 0: by rejection; where 0 has more than 90 %, as the sum
   * of a Poisson number, which is 1 mostly, of logarithmic variates (Quenouille, 1949).
   */
  static double positiveNegativeBinomial(double mu, double alpha, Variates variates) {
    double terms = alpha * StrictMath.log1p(mu / alpha); // -log P(0)
    if (terms < 0.1) {
      double sum = 0;
      double logQ = -StrictMath.log1p(mu / alpha);
      for (double left = positivePoisson(terms, variates); left > 0; left--) {
        sum += logarithmic(mu / (mu + alpha), logQ, variates);
      }
      return sum;
    }
    while (true) {
      double k = negativeBinomial(mu, alpha, variates);
      if (k > 0) {
        return k;
      }
    }
  }

  /** Kemp's method LK, "Efficient generation of logarithmically distributed variables" (1981). */
  private static double logarithmic(double p, double logQ, Variates variates) {
    double v = variates.uniform();
    double q = -StrictMath.expm1(logQ * variates.uniform());
    if (v >= p || v >= q) {
      return 1;
    }
    return v <= q * q ? Math.floor(1 + StrictMath.log(v) / StrictMath.log(q)) : 2;
  }
}
