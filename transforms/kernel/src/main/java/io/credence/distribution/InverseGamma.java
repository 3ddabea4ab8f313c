package io.credence.distribution;

/**
 * {@code inverse_gamma(alpha, beta = 1)}: 1 over a gamma variate of shape alpha and rate beta; or
 * mean mu and standard deviation sigma.
 */
final class InverseGamma extends Family {

  private static final Gamma GAMMA = new Gamma();

  InverseGamma() {
    super(
        "inverse_gamma",
        "shape alpha and scale beta, or mean mu and standard deviation sigma",
        Support.POSITIVE,
        Parametrisation.of(Gamma.ALPHA, Parameter.optional("beta", Domain.POSITIVE, 1)),
        Parametrisation.converted(
            (given, n, first) -> {
              for (int i = 0; i < n; i++) {
                double ratio = given[0].get(i) / given[1].get(i);
                first[0][i] = 2 + ratio * ratio;
                first[1][i] = given[0].get(i) * (1 + ratio * ratio);
              }
            },
            Gamma.MEAN,
            Gamma.DEVIATION));
  }

  @Override
  double sample(double alpha, double beta, Variates variates) {
    return beta / variates.gamma(alpha);
  }

  @Override
  double logDensity(double alpha, double beta, double y) {
    if (y <= 0 || y == Double.POSITIVE_INFINITY) {
      return Double.NEGATIVE_INFINITY;
    }
    return Saddle.poisson(alpha, beta / y) + StrictMath.log(alpha) - StrictMath.log(y);
  }

  @Override
  double cdf(double alpha, double beta, double y) {
    return y <= 0 ? 0 : GAMMA.survival(alpha, beta, 1 / y);
  }

  @Override
  double survival(double alpha, double beta, double y) {
    return y <= 0 ? 1 : GAMMA.cdf(alpha, beta, 1 / y);
  }

  @Override
  double lowerQuantile(double alpha, double beta, double p) {
    return 1 / GAMMA.upperQuantile(alpha, beta, p);
  }

  @Override
  double upperQuantile(double alpha, double beta, double q) {
    return 1 / GAMMA.lowerQuantile(alpha, beta, q);
  }
}
