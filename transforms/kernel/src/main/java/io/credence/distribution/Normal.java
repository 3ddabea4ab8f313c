package io.credence.distribution;

import io.credence.draws.DrawColumn;
import java.util.List;

/** {@code normal(mu = 0, sigma = 1)}: mean mu, standard deviation sigma. Support: the real line. */
final class Normal implements Family {

  @Override
  public String name() {
    return "normal";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(Parameter.MU, Parameter.SIGMA);
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
}
