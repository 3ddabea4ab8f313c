package io.credence.distribution;

import io.credence.draws.DrawColumn;

/**
 * {@code beta(alpha, beta)}: its shapes; or mean mu with standard deviation sigma, or with sample
 * size nu, which is alpha + beta.
 */
final class Beta extends Family {

  private static final Parameter MEAN = Parameter.required("mu", Domain.OPEN_UNIT_INTERVAL);

  Beta() {
    super(
        "beta",
        "shapes alpha and beta, or mean mu and standard deviation sigma, or mean mu and nu = alpha"
            + " + beta",
        Support.UNIT_INTERVAL,
        Parametrisation.of(Gamma.ALPHA, Gamma.BETA),
        Parametrisation.converted(
                (given, n, first) -> {
                  for (int i = 0; i < n; i++) {
                    double sigma = given[1].get(i);
                    fill(first, i, given[0].get(i), variance(given, i) / sigma / sigma - 1);
                  }
                },
                MEAN,
                Gamma.DEVIATION)
            .where(
                new Relation(
                    1,
                    "below sqrt(mu * (1 - mu))",
                    (given, i) -> {
                      double sigma = given[1].get(i);
                      return sigma * sigma < variance(given, i);
                    })),
        Parametrisation.converted(
            (given, n, first) -> {
              for (int i = 0; i < n; i++) {
                fill(first, i, given[0].get(i), given[1].get(i));
              }
            },
            MEAN,
            Parameter.required("nu", Domain.POSITIVE)));
  }

  /** That of a variable which is 0 or 1. */
  private static double variance(DrawColumn[] given, int i) {
    double mu = given[0].get(i);
    return mu * (1 - mu);
  }

  private static void fill(double[][] first, int i, double mu, double nu) {
    first[0][i] = mu * nu;
    first[1][i] = (1 - mu) * nu;
  }

  @Override
  double sample(double alpha, double beta, Variates variates) {
    return variates.beta(alpha, beta);
  }

  /** After R's dbeta, which reduces it to a binomial probability. */
  @Override
  double logDensity(double alpha, double beta, double y) {
    if (y < 0 || y > 1) {
      return Double.NEGATIVE_INFINITY;
    }
    if (y == 0 || y == 1) {
      return atEnd(y == 0 ? alpha : beta, y == 0 ? beta : alpha);
    }
    double a = alpha < 1 ? alpha : alpha - 1;
    double b = beta < 1 ? beta : beta - 1;
    double log = Saddle.binomial(a, b, y, 1 - y);
    if (alpha < 1) {
      log += StrictMath.log(alpha) - StrictMath.log(y);
    }
    if (beta < 1) {
      log += StrictMath.log(beta) - StrictMath.log1p(-y);
    }
    if (alpha >= 1 && beta >= 1) {
      return log + StrictMath.log(alpha + beta - 1);
    }
    return alpha < 1 && beta < 1 ? log - StrictMath.log(alpha + beta) : log;
  }

  private static double atEnd(double here, double there) {
    if (here == 1) {
      return StrictMath.log(there);
    }
    return here < 1 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
  }

  @Override
  double cdf(double alpha, double beta, double y) {
    if (y <= 0 || y >= 1) {
      return y <= 0 ? 0 : 1;
    }
    return IncompleteBeta.of(y, 1 - y, alpha, beta);
  }

  @Override
  double survival(double alpha, double beta, double y) {
    if (y <= 0 || y >= 1) {
      return y <= 0 ? 1 : 0;
    }
    return IncompleteBeta.of(1 - y, y, beta, alpha);
  }

  @Override
  double lowerQuantile(double alpha, double beta, double p) {
    return Search.continuous(
        x -> cdf(alpha, beta, x),
        true,
        x -> StrictMath.exp(logDensity(alpha, beta, x)),
        p,
        0,
        1,
        alpha / (alpha + beta));
  }

  @Override
  double upperQuantile(double alpha, double beta, double q) {
    return Search.continuous(
        x -> survival(alpha, beta, x),
        false,
        x -> StrictMath.exp(logDensity(alpha, beta, x)),
        q,
        0,
        1,
        alpha / (alpha + beta));
  }
}
