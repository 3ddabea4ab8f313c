package io.credence.distribution;

import io.credence.draws.DrawColumn;
import java.util.List;

/**
 * {@code lognormal(mu = 0, sigma = 1)}: its logarithm is normal with mean mu and standard deviation
 * sigma. Support: y &gt; 0.
 */
final class LogNormal implements Family {

  @Override
  public String name() {
    return "lognormal";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(Parameter.MU, Parameter.SIGMA);
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
}
