package io.credence.distribution;

import org.jspecify.annotations.Nullable;

/**
 * 0 with probability 1 - psi, else from a family that is never 0: a positive one, or a count family
 * of which 0 is left out.
 */
final class Hurdle extends ZeroOr {

  private final Family family;
  private final Positive positive;

  /** A sample above 0. */
  @FunctionalInterface
  private interface Positive {
    double sample(double a, double b, Variates variates);
  }

  private Hurdle(
      String name,
      String description,
      Family family,
      @Nullable Positive positive,
      Parametrisation... parametrisations) {
    super(
        name,
        description,
        family.support() == Support.COUNT ? Support.COUNT : Support.NON_NEGATIVE,
        parametrisations);
    this.family = family;
    this.positive = positive == null ? family::sample : positive;
  }

  static Hurdle poisson() {
    return new Hurdle(
        "hurdle_poisson",
        "poisson(mu) above 0 with probability psi, else 0",
        new Poisson(),
        (mu, unused, variates) -> CountVariates.positivePoisson(mu, variates),
        Parametrisation.of(PSI, Gamma.MEAN));
  }

  static Hurdle negativeBinomial() {
    return new Hurdle(
        "hurdle_negative_binomial",
        "negative_binomial(mu, alpha) or (n, p) above 0 with probability psi, else 0",
        new NegativeBinomial(),
        CountVariates::positiveNegativeBinomial,
        Parametrisation.of(PSI, Gamma.MEAN, NegativeBinomial.ALPHA),
        NegativeBinomial.bySuccesses(PSI));
  }

  static Hurdle gamma() {
    return new Hurdle(
        "hurdle_gamma",
        "gamma(alpha, beta) or (mu, sigma) with probability psi, else 0",
        new Gamma(),
        null,
        Parametrisation.of(PSI, Gamma.ALPHA, Gamma.BETA),
        Gamma.moments(PSI));
  }

  static Hurdle lognormal() {
    return new Hurdle(
        "hurdle_lognormal",
        "lognormal(mu, sigma) or (mu, tau) with probability psi, else 0",
        new LogNormal(),
        null,
        Parametrisation.of(PSI, Parameter.MU, Parameter.SIGMA),
        Precision.last(PSI, Parameter.MU, Parameter.TAU));
  }

  @Override
  public boolean hasPointMasses() {
    return support() != Support.COUNT;
  }

  @Override
  double sampleOther(double a, double b, Variates variates) {
    return positive.sample(a, b, variates);
  }

  @Override
  double logDensity(double psi, double a, double b, double y) {
    if (y == 0) {
      return StrictMath.log1p(-psi);
    }
    double aboveZero = family.survival(a, b, 0);
    return StrictMath.log(psi) + family.logDensity(a, b, y) - StrictMath.log(aboveZero);
  }

  @Override
  double cdf(double psi, double a, double b, double y) {
    return 1 - survival(psi, a, b, y);
  }

  @Override
  double survival(double psi, double a, double b, double y) {
    return y < 0 ? 1 : psi * (family.survival(a, b, y) / family.survival(a, b, 0));
  }

  @Override
  double quantile(double psi, double a, double b, double p) {
    if (!(p > 1 - psi)) {
      return p >= 0 ? 0 : Double.NaN;
    }
    double q = (1 - p) / psi * family.survival(a, b, 0);
    return q <= 0.5 ? family.upperQuantile(a, b, q) : family.lowerQuantile(a, b, 1 - q);
  }
}
