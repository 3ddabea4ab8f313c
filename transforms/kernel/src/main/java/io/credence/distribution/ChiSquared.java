package io.credence.distribution;

/** {@code chi_squared(nu)}: the sum of nu squared standard normal variates. */
final class ChiSquared extends Family {

  private static final Gamma GAMMA = new Gamma();

  ChiSquared() {
    super(
        "chi_squared",
        "the sum of nu squared standard normal variates",
        Support.POSITIVE,
        Parametrisation.of(Parameter.required("nu", Domain.POSITIVE)));
  }

  @Override
  double sample(double nu, double unused, Variates variates) {
    return 2 * variates.gamma(0.5 * nu);
  }

  @Override
  double logDensity(double nu, double unused, double y) {
    return GAMMA.logDensity(0.5 * nu, 0.5, y);
  }

  @Override
  double cdf(double nu, double unused, double y) {
    return GAMMA.cdf(0.5 * nu, 0.5, y);
  }

  @Override
  double survival(double nu, double unused, double y) {
    return GAMMA.survival(0.5 * nu, 0.5, y);
  }

  @Override
  double lowerQuantile(double nu, double unused, double p) {
    return GAMMA.lowerQuantile(0.5 * nu, 0.5, p);
  }

  @Override
  double upperQuantile(double nu, double unused, double q) {
    return GAMMA.upperQuantile(0.5 * nu, 0.5, q);
  }
}
