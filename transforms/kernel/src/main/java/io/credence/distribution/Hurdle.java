package io.credence.distribution;

import io.credence.draws.DrawColumn;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 0 with probability 1 - psi, else from a family that is never 0: a positive one, or a count family
 * of which 0 is left out.
 */
final class Hurdle extends Declared {

  private final Family family;
  private final Positive positive;
  private final int last;

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
    this.last = parametrisations[0].parameters().size() - 1;
  }

  static Hurdle poisson() {
    return new Hurdle(
        "hurdle_poisson",
        "poisson(mu) above 0 with probability psi, else 0",
        new Poisson(),
        (mu, unused, variates) -> CountVariates.positivePoisson(mu, variates),
        Parametrisation.of(ZeroInflated.PSI, Gamma.MEAN));
  }

  static Hurdle negativeBinomial() {
    return new Hurdle(
        "hurdle_negative_binomial",
        "negative_binomial(mu, alpha) or (n, p) above 0 with probability psi, else 0",
        new NegativeBinomial(),
        CountVariates::positiveNegativeBinomial,
        Parametrisation.of(ZeroInflated.PSI, Gamma.MEAN, NegativeBinomial.ALPHA),
        NegativeBinomial.bySuccesses(ZeroInflated.PSI));
  }

  static Hurdle gamma() {
    return new Hurdle(
        "hurdle_gamma",
        "gamma(alpha, beta) or (mu, sigma) with probability psi, else 0",
        new Gamma(),
        null,
        Parametrisation.of(ZeroInflated.PSI, Gamma.ALPHA, Gamma.BETA),
        Gamma.moments(ZeroInflated.PSI));
  }

  static Hurdle lognormal() {
    return new Hurdle(
        "hurdle_lognormal",
        "lognormal(mu, sigma) or (mu, tau) with probability psi, else 0",
        new LogNormal(),
        null,
        Parametrisation.of(ZeroInflated.PSI, Parameter.MU, Parameter.SIGMA),
        Precision.last(ZeroInflated.PSI, Parameter.MU, Parameter.TAU));
  }

  @Override
  public boolean hasPointMasses() {
    return support() != Support.COUNT;
  }

  @Override
  public double sampleAt(DrawColumn[] parameters, int draw, Variates variates) {
    return variates.uniform() < parameters[0].get(draw)
        ? positive.sample(parameters[1].get(draw), parameters[last].get(draw), variates)
        : 0;
  }

  @Override
  public Optional<DrawFunction> logDensity() {
    return Optional.of(
        (parameters, draw, y) -> {
          double psi = parameters[0].get(draw);
          if (y == 0) {
            return StrictMath.log1p(-psi);
          }
          double a = parameters[1].get(draw);
          double b = parameters[last].get(draw);
          double aboveZero = family.survival(a, b, 0);
          return StrictMath.log(psi) + family.logDensity(a, b, y) - StrictMath.log(aboveZero);
        });
  }

  @Override
  public Optional<DrawFunction> cdf() {
    return Optional.of((parameters, draw, y) -> 1 - above(parameters, draw, y));
  }

  @Override
  public Optional<DrawFunction> survival() {
    return Optional.of(this::above);
  }

  private double above(DrawColumn[] parameters, int draw, double y) {
    if (y < 0) {
      return 1;
    }
    double a = parameters[1].get(draw);
    double b = parameters[last].get(draw);
    return parameters[0].get(draw) * (family.survival(a, b, y) / family.survival(a, b, 0));
  }

  @Override
  public Optional<DrawFunction> quantile() {
    return Optional.of(
        (parameters, draw, p) -> {
          double psi = parameters[0].get(draw);
          if (!(p > 1 - psi)) {
            return p >= 0 ? 0 : Double.NaN;
          }
          double a = parameters[1].get(draw);
          double b = parameters[last].get(draw);
          double q = (1 - p) / psi * family.survival(a, b, 0);
          return q <= 0.5 ? family.upperQuantile(a, b, q) : family.lowerQuantile(a, b, 1 - q);
        });
  }
}
