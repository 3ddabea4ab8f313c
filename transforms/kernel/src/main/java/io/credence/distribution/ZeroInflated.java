package io.credence.distribution;

/** 0 with probability 1 - psi, else from a count family, which may be 0, too. */
final class ZeroInflated extends ZeroOr {

  private final CountFamily family;

  private ZeroInflated(
      String name, String description, CountFamily family, Parametrisation... parametrisations) {
    super(name, description, Support.COUNT, parametrisations);
    this.family = family;
  }

  static ZeroInflated poisson() {
    return new ZeroInflated(
        "zero_inflated_poisson",
        "poisson(mu) with probability psi, else 0",
        new Poisson(),
        Parametrisation.of(PSI, Poisson.MU));
  }

  static ZeroInflated binomial() {
    return new ZeroInflated(
        "zero_inflated_binomial",
        "binomial(n, p) with probability psi, else 0",
        new Binomial(),
        Parametrisation.of(PSI, Binomial.N, Binomial.P));
  }

  static ZeroInflated negativeBinomial() {
    return new ZeroInflated(
        "zero_inflated_negative_binomial",
        "negative_binomial(mu, alpha) or (n, p) with probability psi, else 0",
        new NegativeBinomial(),
        Parametrisation.of(PSI, Poisson.MU, NegativeBinomial.ALPHA),
        NegativeBinomial.bySuccesses(PSI));
  }

  @Override
  double sampleOther(double a, double b, Variates variates) {
    return family.sample(a, b, variates);
  }

  @Override
  double logDensity(double psi, double a, double b, double y) {
    double log = family.logDensity(a, b, y);
    return y != 0 || psi == 1
        ? StrictMath.log(psi) + log
        : StrictMath.log1p(psi * StrictMath.expm1(log));
  }

  @Override
  double cdf(double psi, double a, double b, double y) {
    return y < 0 ? 0 : 1 - psi + psi * family.cdf(a, b, y);
  }

  @Override
  double survival(double psi, double a, double b, double y) {
    return y < 0 ? 1 : psi * family.survival(a, b, y);
  }

  @Override
  double quantile(double psi, double a, double b, double p) {
    return Search.count(
        k -> cdf(psi, a, b, k),
        k -> survival(psi, a, b, k),
        p,
        family.greatest(a, b),
        family.mean(a, b));
  }
}
