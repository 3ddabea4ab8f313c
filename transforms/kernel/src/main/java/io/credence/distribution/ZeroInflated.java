package io.credence.distribution;

import io.credence.draws.DrawColumn;
import java.util.Optional;

/** 0 with probability 1 - psi, else from a count family, which may be 0, too. */
final class ZeroInflated extends Declared {

  static final Parameter PSI = Parameter.required("psi", Domain.UNIT_INTERVAL);

  private final CountFamily family;
  private final int last;

  private ZeroInflated(
      String name, String description, CountFamily family, Parametrisation... parametrisations) {
    super(name, description, Support.COUNT, parametrisations);
    this.family = family;
    this.last = parametrisations[0].parameters().size() - 1;
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
  public double sampleAt(DrawColumn[] parameters, int draw, Variates variates) {
    return variates.uniform() < parameters[0].get(draw)
        ? family.sample(parameters[1].get(draw), parameters[last].get(draw), variates)
        : 0;
  }

  @Override
  public Optional<DrawFunction> logDensity() {
    return Optional.of(
        (parameters, draw, y) -> {
          double psi = parameters[0].get(draw);
          double log = family.logDensity(parameters[1].get(draw), parameters[last].get(draw), y);
          if (y != 0 || psi == 1) {
            return StrictMath.log(psi) + log;
          }
          return StrictMath.log1p(psi * StrictMath.expm1(log));
        });
  }

  @Override
  public Optional<DrawFunction> cdf() {
    return Optional.of(
        (parameters, draw, y) -> {
          double psi = parameters[0].get(draw);
          double cdf = family.cdf(parameters[1].get(draw), parameters[last].get(draw), y);
          return y < 0 ? 0 : 1 - psi + psi * cdf;
        });
  }

  @Override
  public Optional<DrawFunction> survival() {
    return Optional.of(
        (parameters, draw, y) -> {
          double above = family.survival(parameters[1].get(draw), parameters[last].get(draw), y);
          return y < 0 ? 1 : parameters[0].get(draw) * above;
        });
  }

  @Override
  public Optional<DrawFunction> quantile() {
    return Optional.of(
        (parameters, draw, p) -> {
          double psi = parameters[0].get(draw);
          double a = parameters[1].get(draw);
          double b = parameters[last].get(draw);
          return Search.count(
              k -> 1 - psi + psi * family.cdf(a, b, k),
              k -> psi * family.survival(a, b, k),
              p,
              family.greatest(a, b),
              family.mean(a, b));
        });
  }
}
