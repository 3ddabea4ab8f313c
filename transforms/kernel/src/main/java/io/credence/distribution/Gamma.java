package io.credence.distribution;

import java.util.List;
import org.apache.commons.numbers.gamma.RegularizedGamma;

/** {@code gamma(alpha, beta)}: shape alpha, rate beta; or mean mu and standard deviation sigma. */
final class Gamma extends Family {

  static final Parameter ALPHA = Parameter.required("alpha", Domain.POSITIVE);
  static final Parameter BETA = Parameter.required("beta", Domain.POSITIVE);
  static final Parameter MEAN = Parameter.required("mu", Domain.POSITIVE);
  static final Parameter DEVIATION = Parameter.required("sigma", Domain.POSITIVE);

  Gamma() {
    super(
        "gamma",
        "shape alpha and rate beta, or mean mu and standard deviation sigma",
        Support.POSITIVE,
        Parametrisation.of(ALPHA, BETA),
        moments());
  }

  /** The parametrisation by mean and standard deviation, after others that stay. */
  static Parametrisation moments(Parameter... before) {
    int mu = before.length;
    return Parametrisation.keeping(
        List.of(before),
        (given, n, first) -> {
          for (int i = 0; i < n; i++) {
            double sigma = given[mu + 1].get(i);
            double ratio = given[mu].get(i) / sigma;
            first[mu][i] = ratio * ratio;
            first[mu + 1][i] = ratio / sigma;
          }
        },
        MEAN,
        DEVIATION);
  }

  @Override
  double sample(double alpha, double beta, Variates variates) {
    return variates.gamma(alpha) / beta;
  }

  @Override
  double logDensity(double alpha, double beta, double y) {
    if (y < 0 || y == Double.POSITIVE_INFINITY) {
      return Double.NEGATIVE_INFINITY;
    }
    double x = y * beta;
    if (alpha < 1) {
      return y == 0
          ? Double.POSITIVE_INFINITY
          : Saddle.poisson(alpha, x) + StrictMath.log(alpha) - StrictMath.log(y);
    }
    return Saddle.poisson(alpha - 1, x) + StrictMath.log(beta);
  }

  @Override
  double cdf(double alpha, double beta, double y) {
    return y <= 0 ? 0 : RegularizedGamma.P.value(alpha, y * beta);
  }

  @Override
  double survival(double alpha, double beta, double y) {
    return y <= 0 ? 1 : RegularizedGamma.Q.value(alpha, y * beta);
  }

  @Override
  double lowerQuantile(double alpha, double beta, double p) {
    double log = (StrictMath.log(p) + Saddle.logFactorial(alpha)) / alpha;
    double start =
        alpha < 1 ? StrictMath.exp(log) : wilsonHilferty(alpha, StandardNormal.quantile(p));
    return Search.continuous(
            x -> cdf(alpha, 1, x),
            true,
            x -> StrictMath.exp(logDensity(alpha, 1, x)),
            p,
            0,
            Double.POSITIVE_INFINITY,
            start)
        / beta;
  }

  @Override
  double upperQuantile(double alpha, double beta, double q) {
    return Search.continuous(
            x -> survival(alpha, 1, x),
            false,
            x -> StrictMath.exp(logDensity(alpha, 1, x)),
            q,
            0,
            Double.POSITIVE_INFINITY,
            wilsonHilferty(alpha, -StandardNormal.quantile(q)))
        / beta;
  }

  /** The cube of a gamma variate's root is nearly normal (1931). */
  private static double wilsonHilferty(double alpha, double z) {
    double root = 1 - 1 / (9 * alpha) + z / (3 * Math.sqrt(alpha));
    return alpha * root * root * root;
  }
}
