package io.credence.distribution;

import io.credence.draws.DrawColumn;
import java.util.List;

/**
 * {@code student_t(nu, mu = 0, sigma = 1)}: nu degrees of freedom, location mu, scale sigma. Its
 * mean exists for nu &gt; 1, its variance for nu &gt; 2. Support: the real line.
 */
final class StudentT implements Family {

  @Override
  public String name() {
    return "student_t";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(Parameter.required("nu", Domain.POSITIVE), Parameter.MU, Parameter.SIGMA);
  }

  /** A normal variate over the root of an independent chi-squared variate's mean square. */
  @Override
  public void sample(DrawColumn[] parameters, int n, Variates variates, double[] out) {
    DrawColumn nu = parameters[0];
    DrawColumn mu = parameters[1];
    DrawColumn sigma = parameters[2];
    for (int i = 0; i < n; i++) {
      variates.at(i);
      double shape = 0.5 * nu.get(i);
      double z = variates.gaussian();
      out[i] = mu.get(i) + sigma.get(i) * (z * Math.sqrt(shape / variates.gamma(shape)));
    }
  }
}
