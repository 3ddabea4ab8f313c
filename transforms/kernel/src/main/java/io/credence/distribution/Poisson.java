package io.credence.distribution;

import org.apache.commons.numbers.gamma.RegularizedGamma;

/** {@code poisson(mu)}: mean mu. */
final class Poisson extends CountFamily {

  static final Parameter MU = Parameter.required("mu", Domain.NON_NEGATIVE);

  Poisson() {
    super("poisson", "mean mu", Parametrisation.of(MU));
  }

  @Override
  double sample(double mu, double unused, Variates variates) {
    return CountVariates.poisson(mu, variates);
  }

  @Override
  double logProbability(double mu, double unused, double k) {
    return Saddle.poisson(k, mu);
  }

  @Override
  double atMost(double mu, double unused, double k) {
    return RegularizedGamma.Q.value(k + 1, mu);
  }

  @Override
  double above(double mu, double unused, double k) {
    return RegularizedGamma.P.value(k + 1, mu);
  }

  @Override
  double mean(double mu, double unused) {
    return mu;
  }
}
