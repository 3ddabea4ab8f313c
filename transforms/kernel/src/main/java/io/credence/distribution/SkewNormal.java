package io.credence.distribution;

import io.credence.draws.DrawColumn;
import java.util.Optional;

/**
 * {@code skew_normal(alpha = 1, mu = 0, sigma = 1)}: location mu, scale sigma and skewness alpha;
 * or {@code tau}, 1 / sigma^2. Its density is 2 phi(z) Phi(alpha z) / sigma.
 */
final class SkewNormal extends Declared {

  private static final Parameter ALPHA = Parameter.optional("alpha", Domain.REAL, 1);

  SkewNormal() {
    super(
        "skew_normal",
        "skewness alpha, location mu, scale sigma, or precision tau = 1 / sigma^2",
        Support.REAL,
        Parametrisation.of(ALPHA, Parameter.MU, Parameter.SIGMA),
        Precision.last(ALPHA, Parameter.MU, Parameter.TAU));
  }

  /** Azzalini, "A class of distributions which includes the normal ones" (1985). */
  @Override
  public double sampleAt(DrawColumn[] parameters, int draw, Variates variates) {
    double alpha = parameters[0].get(draw);
    double skewed = alpha * Math.abs(variates.gaussian());
    double z = (skewed + variates.gaussian()) / StrictMath.hypot(1, alpha);
    return parameters[1].get(draw) + parameters[2].get(draw) * z;
  }

  @Override
  public Optional<DrawFunction> logDensity() {
    return Optional.of(
        (parameters, draw, y) -> {
          double sigma = parameters[2].get(draw);
          double z = (y - parameters[1].get(draw)) / sigma;
          return logDensity(parameters[0].get(draw), z) - StrictMath.log(sigma);
        });
  }

  private static double logDensity(double alpha, double z) {
    return Double.isInfinite(z)
        ? Double.NEGATIVE_INFINITY
        : StrictMath.log(2) + StandardNormal.logDensity(z) + StandardNormal.logCdf(alpha * z);
  }

  @Override
  public Optional<DrawFunction> cdf() {
    return Optional.of(
        (parameters, draw, y) -> {
          double z = (y - parameters[1].get(draw)) / parameters[2].get(draw);
          return below(parameters[0].get(draw), z);
        });
  }

  @Override
  public Optional<DrawFunction> survival() {
    return Optional.of(
        (parameters, draw, y) -> {
          double z = (y - parameters[1].get(draw)) / parameters[2].get(draw);
          return below(-parameters[0].get(draw), -z);
        });
  }

  /** Phi(z) - 2 T(z, alpha), or an integral over the tail where that would cancel. */
  private static double below(double alpha, double z) {
    if (Double.isNaN(z)) {
      return Double.NaN;
    }
    if (z > 0) {
      return 1 - below(-alpha, -z);
    }
    if (alpha <= 0) {
      return StandardNormal.cdf(z) + 2 * OwensT.of(-z, -alpha);
    }
    return OwensT.lowerTail(z, alpha);
  }

  @Override
  public Optional<DrawFunction> quantile() {
    return Optional.of(
        (parameters, draw, p) -> {
          if (!(p >= 0 && p <= 1)) {
            return Double.NaN;
          }
          double alpha = parameters[0].get(draw);
          boolean lower = p <= 0.5;
          double z =
              Search.continuous(
                  lower ? x -> below(alpha, x) : x -> below(-alpha, -x),
                  lower,
                  x -> StrictMath.exp(logDensity(alpha, x)),
                  lower ? p : 1 - p,
                  Double.NEGATIVE_INFINITY,
                  Double.POSITIVE_INFINITY,
                  StandardNormal.quantile(p));
          return parameters[1].get(draw) + parameters[2].get(draw) * z;
        });
  }
}
