package io.credence.distribution;

/** {@code exponential(lam = 1)}: rate lam, or mean {@code scale}. */
final class Exponential extends Family {

  Exponential() {
    super(
        "exponential",
        "rate lam, or mean scale",
        Support.NON_NEGATIVE,
        Parametrisation.of(Parameter.optional("lam", Domain.POSITIVE, 1)),
        Parametrisation.converted(
            (given, n, first) -> {
              for (int i = 0; i < n; i++) {
                first[0][i] = 1 / given[0].get(i);
              }
            },
            Parameter.required("scale", Domain.POSITIVE)));
  }

  @Override
  boolean strict() {
    return true;
  }

  @Override
  double sample(double lam, double unused, Variates variates) {
    return variates.exponential() / lam;
  }

  @Override
  double logDensity(double lam, double unused, double y) {
    return y < 0 ? Double.NEGATIVE_INFINITY : StrictMath.log(lam) - lam * y;
  }

  @Override
  double cdf(double lam, double unused, double y) {
    return y <= 0 ? 0 : -StrictMath.expm1(-lam * y);
  }

  @Override
  double survival(double lam, double unused, double y) {
    return y <= 0 ? 1 : StrictMath.exp(-lam * y);
  }

  @Override
  double lowerQuantile(double lam, double unused, double p) {
    return -StrictMath.log1p(-p) / lam;
  }

  @Override
  double upperQuantile(double lam, double unused, double q) {
    return -StrictMath.log(q) / lam;
  }
}
