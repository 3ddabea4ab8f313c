package io.credence.distribution;

import io.credence.draws.DrawColumn;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * {@code student_t(nu, mu = 0, sigma = 1)}: nu degrees of freedom, location mu, scale sigma; or
 * {@code lam}, 1 / sigma^2. Its mean exists for nu &gt; 1, its variance for nu &gt; 2.
 */
final class StudentT implements Distribution {

  private static final Parameter NU = Parameter.required("nu", Domain.POSITIVE);

  /** The library's quantile has some 9 digits, and each step doubles them. */
  private static final int NEWTON_STEPS = 2;

  @Override
  public String name() {
    return "student_t";
  }

  @Override
  public String description() {
    return "nu degrees of freedom, location mu, scale sigma, or precision lam = 1 / sigma^2";
  }

  @Override
  public Support support() {
    return Support.REAL;
  }

  @Override
  public List<Parametrisation> parametrisations() {
    return List.of(
        Parametrisation.of(NU, Parameter.MU, Parameter.SIGMA),
        Precision.last(NU, Parameter.MU, Parameter.required("lam", Domain.POSITIVE)));
  }

  /** A normal variate over the root of an independent chi-squared variate's mean square. */
  @Override
  public double sampleAt(DrawColumn[] parameters, int draw, Variates variates) {
    double standard = standard(parameters[0].get(draw), variates);
    return parameters[1].get(draw) + parameters[2].get(draw) * standard;
  }

  /** A normal variate over the root of an independent chi-squared variate's mean square. */
  static double standard(double nu, Variates variates) {
    double shape = 0.5 * nu;
    double z = variates.gaussian();
    return z * Math.sqrt(shape / variates.gamma(shape));
  }

  @Override
  public Optional<DrawFunction> logDensity() {
    return Optional.of(
        (parameters, draw, y) ->
            standard(parameters, draw).logDensity(scaled(parameters, draw, y))
                - StrictMath.log(parameters[2].get(draw)));
  }

  @Override
  public Optional<DrawFunction> cdf() {
    return Optional.of(
        (parameters, draw, y) ->
            standard(parameters, draw).cumulativeProbability(scaled(parameters, draw, y)));
  }

  @Override
  public Optional<DrawFunction> quantile() {
    return Optional.of(
        (parameters, draw, p) ->
            parameters[1].get(draw)
                + parameters[2].get(draw) * quantile(standard(parameters, draw), p));
  }

  private static TDistribution standard(DrawColumn[] parameters, int draw) {
    return TDistribution.of(parameters[0].get(draw));
  }

  private static double scaled(DrawColumn[] parameters, int draw, double y) {
    return (y - parameters[1].get(draw)) / parameters[2].get(draw);
  }

  private static double quantile(TDistribution standard, double p) {
    if (!(p >= 0 && p <= 1)) {
      return Double.NaN;
    }
    if (p > 0.5) {
      return -quantile(standard, 1 - p); // The lower tail has more digits.
    }
    double x = standard.inverseCumulativeProbability(p);
    for (int i = 0; i < NEWTON_STEPS && x != 0 && Math.abs(x) <= Double.MAX_VALUE; i++) {
      x -= (standard.cumulativeProbability(x) - p) / standard.density(x);
    }
    return x;
  }
}
