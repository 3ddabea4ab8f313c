package io.credence.distribution;

import io.credence.draws.DrawColumn;
import java.util.List;
import java.util.Optional;

/**
 * {@code lognormal(mu = 0, sigma = 1)}: its logarithm is normal with mean mu and standard deviation
 * sigma; or {@code tau}, 1 / sigma^2.
 */
final class LogNormal implements Distribution {

  @Override
  public String name() {
    return "lognormal";
  }

  @Override
  public Support support() {
    return Support.POSITIVE;
  }

  @Override
  public List<Parametrisation> parametrisations() {
    return List.of(
        Parametrisation.of(Parameter.MU, Parameter.SIGMA),
        Precision.last(Parameter.MU, Parameter.TAU));
  }

  @Override
  public void sample(DrawColumn[] parameters, int n, Variates variates, double[] out) {
    DrawColumn mu = parameters[0];
    DrawColumn sigma = parameters[1];
    variates.gaussians(out, n);
    for (int i = 0; i < n; i++) {
      out[i] = StrictMath.exp(mu.get(i) + sigma.get(i) * out[i]);
    }
  }

  @Override
  public Optional<DrawFunction> logDensity() {
    return Optional.of(
        (parameters, draw, y) -> {
          if (y <= 0 || y == Double.POSITIVE_INFINITY) {
            return Double.NEGATIVE_INFINITY;
          }
          double sigma = parameters[1].get(draw);
          double log = StrictMath.log(y);
          double z = (log - parameters[0].get(draw)) / sigma;
          return StandardNormal.logDensity(z) - StrictMath.log(sigma) - log;
        });
  }

  @Override
  public Optional<DrawFunction> cdf() {
    return Optional.of(
        (parameters, draw, y) ->
            y <= 0
                ? 0
                : StandardNormal.cdf(
                    (StrictMath.log(y) - parameters[0].get(draw)) / parameters[1].get(draw)));
  }

  @Override
  public Optional<DrawFunction> quantile() {
    return Optional.of(
        (parameters, draw, p) ->
            StrictMath.exp(
                parameters[0].get(draw) + parameters[1].get(draw) * StandardNormal.quantile(p)));
  }
}
