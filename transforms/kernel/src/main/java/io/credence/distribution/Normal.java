package io.credence.distribution;

import io.credence.draws.DrawColumn;
import java.util.List;
import java.util.Optional;

/**
 * {@code normal(mu = 0, sigma = 1)}: mean mu, standard deviation sigma; or {@code tau}, 1 /
 * sigma^2.
 */
final class Normal implements Distribution {

  @Override
  public String name() {
    return "normal";
  }

  @Override
  public Support support() {
    return Support.REAL;
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
    // In two loops, of which the second becomes vector instructions.
    variates.gaussians(out, n);
    double[] m = mu.values();
    double[] s = sigma.values();
    int m0 = mu.offset();
    int s0 = sigma.offset();
    for (int i = 0; i < n; i++) {
      out[i] = m[m0 + i] + s[s0 + i] * out[i];
    }
  }

  @Override
  public Optional<DrawFunction> logDensity() {
    return Optional.of(
        (parameters, draw, y) -> {
          double sigma = parameters[1].get(draw);
          double z = (y - parameters[0].get(draw)) / sigma;
          return StandardNormal.logDensity(z) - StrictMath.log(sigma);
        });
  }

  @Override
  public Optional<DrawFunction> cdf() {
    return Optional.of(
        (parameters, draw, y) ->
            StandardNormal.cdf((y - parameters[0].get(draw)) / parameters[1].get(draw)));
  }

  @Override
  public Optional<DrawFunction> quantile() {
    return Optional.of(
        (parameters, draw, p) ->
            parameters[0].get(draw) + parameters[1].get(draw) * StandardNormal.quantile(p));
  }
}
