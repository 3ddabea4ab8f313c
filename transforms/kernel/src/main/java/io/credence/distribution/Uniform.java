package io.credence.distribution;

/** {@code uniform(lower = 0, upper = 1)}: any number between two, all equally likely. */
final class Uniform extends Family {

  static final Parameter LOWER = Parameter.optional("lower", Domain.REAL, 0);
  static final Parameter UPPER = Parameter.optional("upper", Domain.REAL, 1);
  static final Relation ORDERED =
      new Relation(1, "above lower", (given, i) -> given[0].get(i) < given[1].get(i));

  Uniform() {
    super(
        "uniform",
        "between lower and upper, all equally likely",
        Support.REAL,
        Parametrisation.of(LOWER, UPPER).where(ORDERED));
  }

  @Override
  boolean strict() {
    return true;
  }

  @Override
  double sample(double lower, double upper, Variates variates) {
    return lower + (upper - lower) * variates.uniform();
  }

  @Override
  double logDensity(double lower, double upper, double y) {
    return y < lower || y > upper ? Double.NEGATIVE_INFINITY : -StrictMath.log(upper - lower);
  }

  @Override
  double cdf(double lower, double upper, double y) {
    return share(y - lower, upper - lower);
  }

  @Override
  double survival(double lower, double upper, double y) {
    return share(upper - y, upper - lower);
  }

  private static double share(double part, double width) {
    return Math.min(1, Math.max(0, part / width));
  }

  @Override
  double lowerQuantile(double lower, double upper, double p) {
    return lower + (upper - lower) * p;
  }

  @Override
  double upperQuantile(double lower, double upper, double q) {
    return upper - (upper - lower) * q;
  }
}
