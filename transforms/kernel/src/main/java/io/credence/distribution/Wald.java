package io.credence.distribution;

import io.credence.draws.DrawColumn;
import java.util.Optional;

/**
 * {@code wald(mu, lam = 1, alpha = 0)}, or inverse Gaussian: alpha plus a variate of mean mu and
 * variance mu^3 / lam; phi = lam / mu may stand for either of the two.
 */
final class Wald extends Declared {

  private static final Parameter LAM = Parameter.required("lam", Domain.POSITIVE);
  private static final Parameter PHI = Parameter.required("phi", Domain.POSITIVE);
  private static final Parameter SHIFT = Parameter.optional("alpha", Domain.REAL, 0);

  Wald() {
    super(
        "wald",
        "inverse Gaussian: mean mu and variance mu^3 / lam, where phi = lam / mu, moved by alpha",
        Support.REAL,
        Parametrisation.of(Gamma.MEAN, Parameter.optional("lam", Domain.POSITIVE, 1), SHIFT),
        Parametrisation.converted(
            (given, n, first) -> {
              for (int i = 0; i < n; i++) {
                first[0][i] = given[0].get(i);
                first[1][i] = given[0].get(i) * given[1].get(i);
                first[2][i] = given[2].get(i);
              }
            },
            Gamma.MEAN,
            PHI,
            SHIFT),
        Parametrisation.converted(
            (given, n, first) -> {
              for (int i = 0; i < n; i++) {
                first[0][i] = given[0].get(i) / given[1].get(i);
                first[1][i] = given[0].get(i);
                first[2][i] = given[2].get(i);
              }
            },
            LAM,
            PHI,
            SHIFT));
  }

  /**
   * Michael, Schucany and Haas, "Generating random variates using transformations with multiple
   * roots" (1976): of the two roots r and 1 / r of a quadratic equation, one. The larger root has
   * no cancellation.
   */
  @Override
  public double sampleAt(DrawColumn[] parameters, int draw, Variates variates) {
    double mu = parameters[0].get(draw);
    double z = variates.gaussian();
    double w = 0.5 * z * z * (mu / parameters[1].get(draw));
    double root = 1 + w + Math.sqrt(w * (w + 2));
    double smaller = 1 / root;
    double chosen = variates.uniform() * (1 + smaller) <= 1 ? smaller : root;
    return parameters[2].get(draw) + mu * chosen;
  }

  @Override
  public Optional<DrawFunction> logDensity() {
    return Optional.of(
        (parameters, draw, y) -> {
          double x = y - parameters[2].get(draw);
          return logDensity(parameters[0].get(draw), parameters[1].get(draw), x);
        });
  }

  private static double logDensity(double mu, double lam, double x) {
    if (x <= 0 || x == Double.POSITIVE_INFINITY) {
      return Double.NEGATIVE_INFINITY;
    }
    double z = (x - mu) / mu;
    return 0.5 * (StrictMath.log(lam) - Saddle.LOG_TWO_PI - 3 * StrictMath.log(x))
        - 0.5 * lam / x * z * z;
  }

  @Override
  public Optional<DrawFunction> cdf() {
    return Optional.of(
        (parameters, draw, y) -> {
          double x = y - parameters[2].get(draw);
          return cdf(parameters[0].get(draw), parameters[1].get(draw), x);
        });
  }

  @Override
  public Optional<DrawFunction> survival() {
    return Optional.of(
        (parameters, draw, y) -> {
          double x = y - parameters[2].get(draw);
          return survival(parameters[0].get(draw), parameters[1].get(draw), x);
        });
  }

  private static double cdf(double mu, double lam, double x) {
    if (x <= 0 || x == Double.POSITIVE_INFINITY) {
      return x <= 0 ? 0 : 1;
    }
    double root = Math.sqrt(lam / x);
    return StandardNormal.cdf(root * (x / mu - 1)) + reflected(mu, lam, x);
  }

  private static double survival(double mu, double lam, double x) {
    if (x <= 0 || x == Double.POSITIVE_INFINITY) {
      return x <= 0 ? 1 : 0;
    }
    double root = Math.sqrt(lam / x);
    return StandardNormal.cdf(root * (1 - x / mu)) - reflected(mu, lam, x);
  }

  private static double reflected(double mu, double lam, double x) {
    double z = -Math.sqrt(lam / x) * (x / mu + 1);
    return StrictMath.exp(2 * lam / mu + StandardNormal.logCdf(z));
  }

  @Override
  public Optional<DrawFunction> quantile() {
    return Optional.of(
        (parameters, draw, p) -> {
          if (!(p >= 0 && p <= 1)) {
            return Double.NaN;
          }
          double mu = parameters[0].get(draw);
          double lam = parameters[1].get(draw);
          boolean lower = p <= 0.5;
          double x =
              Search.continuous(
                  lower ? t -> cdf(mu, lam, t) : t -> survival(mu, lam, t),
                  lower,
                  t -> StrictMath.exp(logDensity(mu, lam, t)),
                  lower ? p : 1 - p,
                  0,
                  Double.POSITIVE_INFINITY,
                  mu);
          return parameters[2].get(draw) + x;
        });
  }
}
