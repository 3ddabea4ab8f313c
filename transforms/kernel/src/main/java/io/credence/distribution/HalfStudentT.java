package io.credence.distribution;

/**
 * {@code half_student_t(nu, sigma = 1)}: the size of a Student t variate with nu degrees of freedom
 * and scale sigma; or {@code lam}, 1 / sigma^2.
 */
final class HalfStudentT extends Family {

  private static final Parameter NU = Parameter.required("nu", Domain.POSITIVE);

  HalfStudentT() {
    super(
        "half_student_t",
        "the size of a Student t variate with nu degrees of freedom and scale sigma, or precision"
            + " lam = 1 / sigma^2",
        Support.NON_NEGATIVE,
        Parametrisation.of(NU, Parameter.SIGMA),
        Precision.last(NU, Parameter.required("lam", Domain.POSITIVE)));
  }

  @Override
  double sample(double nu, double sigma, Variates variates) {
    return sigma * Math.abs(StudentT.standard(nu, variates));
  }

  /** After R's dt, by Loader's method. */
  @Override
  double logDensity(double nu, double sigma, double y) {
    if (y < 0 || y == Double.POSITIVE_INFINITY) {
      return Double.NEGATIVE_INFINITY;
    }
    double z = y / sigma;
    double constant =
        Saddle.stirlingError(0.5 * (nu + 1))
            - Saddle.stirlingError(0.5 * nu)
            - Saddle.deviance(0.5 * nu, 0.5 * (nu + 1));
    double ratio = z * z / nu;
    double log =
        ratio <= Double.MAX_VALUE
            ? 0.5 * StrictMath.log1p(ratio)
            : StrictMath.log(z) - 0.5 * StrictMath.log(nu);
    return constant - (nu + 1) * log - 0.5 * Saddle.LOG_TWO_PI - StrictMath.log(0.5 * sigma);
  }

  @Override
  double cdf(double nu, double sigma, double y) {
    if (y <= 0 || y == Double.POSITIVE_INFINITY) {
      return y <= 0 ? 0 : 1;
    }
    double z2 = y / sigma * (y / sigma);
    return IncompleteBeta.of(1 / (1 + nu / z2), nu / (nu + z2), 0.5, 0.5 * nu);
  }

  @Override
  double survival(double nu, double sigma, double y) {
    if (y <= 0 || y == Double.POSITIVE_INFINITY) {
      return y <= 0 ? 1 : 0;
    }
    double z2 = y / sigma * (y / sigma);
    return IncompleteBeta.of(nu / (nu + z2), 1 / (1 + nu / z2), 0.5 * nu, 0.5);
  }

  @Override
  double lowerQuantile(double nu, double sigma, double p) {
    return sigma
        * Search.continuous(
            x -> cdf(nu, 1, x),
            true,
            x -> StrictMath.exp(logDensity(nu, 1, x)),
            p,
            0,
            Double.POSITIVE_INFINITY,
            p);
  }

  @Override
  double upperQuantile(double nu, double sigma, double q) {
    return sigma
        * Search.continuous(
            x -> survival(nu, 1, x),
            false,
            x -> StrictMath.exp(logDensity(nu, 1, x)),
            q,
            0,
            Double.POSITIVE_INFINITY,
            StrictMath.pow(q, -1 / nu));
  }
}
