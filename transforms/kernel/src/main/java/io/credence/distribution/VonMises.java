package io.credence.distribution;

/**
 * {@code von_mises(mu = 0, kappa = 1)}: an angle from -pi to pi, around mu, with concentration
 * kappa.
 */
final class VonMises extends Family {

  private static final double TWO_PI = 2 * Math.PI;

  VonMises() {
    super(
        "von_mises",
        "an angle from -pi to pi: direction mu, concentration kappa",
        Support.REAL,
        Parametrisation.of(Parameter.MU, Parameter.optional("kappa", Domain.POSITIVE, 1)));
  }

  /**
   * Best and Fisher, "Efficient simulation of the von Mises distribution" (1979): rejection from a
   * wrapped Cauchy variate. The tangent of its half is a Cauchy variate, so that no digits are lost
   * at any concentration.
   */
  @Override
  double sample(double mu, double kappa, Variates variates) {
    // Below this, the angle is uniform to the last bit.
    double concentration = Math.max(kappa, 1e-100);
    double s = 0.5 / concentration;
    double excess = s + s * s / (1 + Math.sqrt(1 + s * s)); // r - 1
    double scale = Math.sqrt(excess / (excess + 2));
    while (true) {
      double t = scale * variates.cauchy();
      double t2 = t * t;
      double versine = 2 / (1 + 1 / t2); // 1 - cos
      double c = concentration * (excess + versine);
      if (StrictMath.log(c / variates.uniform()) + 1 - c >= 0) {
        return wrapped(mu + 2 * StrictMath.atan(t));
      }
    }
  }

  private static double wrapped(double angle) {
    return Math.abs(angle) <= Math.PI ? angle : StrictMath.IEEEremainder(angle, TWO_PI);
  }

  @Override
  double logDensity(double mu, double kappa, double y) {
    return Math.abs(y) > Math.PI
        ? Double.NEGATIVE_INFINITY
        : exponent(kappa, y - mu) - logNorm(kappa);
  }

  /** kappa (cos(angle) - 1) */
  private static double exponent(double kappa, double angle) {
    double sine = StrictMath.sin(0.5 * angle);
    return -2 * kappa * sine * sine;
  }

  private static double logNorm(double kappa) {
    return Saddle.LOG_TWO_PI + logBessel(kappa);
  }

  /** log(exp(-kappa) I_0(kappa)): DLMF 10.25.2 and, for large arguments, 10.40.1. */
  private static double logBessel(double kappa) {
    double sum = 1;
    double term = 1;
    if (kappa < 30) {
      for (int k = 1; term > 0x1p-60 * sum; k++) {
        term *= kappa / (2 * k) * (kappa / (2 * k));
        sum += term;
      }
      return StrictMath.log(sum) - kappa;
    }
    for (int k = 1; term > 0x1p-60; k++) {
      term *= (2.0 * k - 1) * (2 * k - 1) / (8 * k * kappa);
      sum += term;
    }
    return StrictMath.log(sum) - 0.5 * (Saddle.LOG_TWO_PI + StrictMath.log(kappa));
  }

  @Override
  double cdf(double mu, double kappa, double y) {
    if (Math.abs(y) >= Math.PI) {
      return y < 0 ? 0 : 1;
    }
    double direction = wrapped(mu);
    return below(kappa, y - direction) - below(kappa, -Math.PI - direction);
  }

  @Override
  double survival(double mu, double kappa, double y) {
    return cdf(-mu, kappa, -y);
  }

  /** The integral around direction 0 from -pi; an angle beyond has gone around once. */
  private static double below(double kappa, double angle) {
    if (Math.abs(angle) > Math.PI) {
      double turn = StrictMath.copySign(1, angle);
      return turn + below(kappa, angle - turn * TWO_PI);
    }
    if (angle > 0) {
      return 1 - below(kappa, -angle);
    }
    double logNorm = logNorm(kappa);
    double width = Math.min(1, 1 / Math.sqrt(kappa));
    return Quadrature.downward(
        t -> StrictMath.exp(exponent(kappa, t) - logNorm), -Math.PI, angle, width);
  }

  @Override
  double lowerQuantile(double mu, double kappa, double p) {
    return Search.continuous(
        x -> cdf(mu, kappa, x),
        true,
        x -> StrictMath.exp(logDensity(mu, kappa, x)),
        p,
        -Math.PI,
        Math.PI,
        wrapped(mu));
  }

  @Override
  double upperQuantile(double mu, double kappa, double q) {
    return -lowerQuantile(-mu, kappa, q);
  }
}
