package io.credence.distribution;

/** {@code discrete_uniform(lower, upper)}: whole numbers, the ends included, equally likely. */
final class DiscreteUniform extends Family {

  DiscreteUniform() {
    super(
        "discrete_uniform",
        "whole numbers from lower to upper, all equally likely",
        Support.INTEGER,
        Parametrisation.of(
                Parameter.required("lower", Domain.INTEGER),
                Parameter.required("upper", Domain.INTEGER))
            .where(
                new Relation(
                    1, "at least lower", (given, i) -> given[0].get(i) <= given[1].get(i))));
  }

  @Override
  double sample(double lower, double upper, Variates variates) {
    return lower + variates.below((long) upper - (long) lower + 1);
  }

  @Override
  double logDensity(double lower, double upper, double y) {
    return y < lower || y > upper || y != Math.rint(y)
        ? Double.NEGATIVE_INFINITY
        : -StrictMath.log(upper - lower + 1);
  }

  @Override
  double cdf(double lower, double upper, double y) {
    return Math.min(1, Math.max(0, (Math.floor(y) - lower + 1) / (upper - lower + 1)));
  }

  @Override
  double survival(double lower, double upper, double y) {
    return Math.min(1, Math.max(0, (upper - Math.floor(y)) / (upper - lower + 1)));
  }

  @Override
  double lowerQuantile(double lower, double upper, double p) {
    double count = upper - lower + 1;
    double k = lower + Math.max(0, Math.ceil(p * count) - 1);
    // The product may be rounded past a whole number.
    if (k > lower && cdf(lower, upper, k - 1) >= p) {
      return k - 1;
    }
    return cdf(lower, upper, k) >= p ? k : k + 1;
  }

  @Override
  double upperQuantile(double lower, double upper, double q) {
    double count = upper - lower + 1;
    double k = upper - Math.floor(q * count);
    if (k > lower && survival(lower, upper, k - 1) <= q) {
      return k - 1;
    }
    return survival(lower, upper, k) <= q ? k : k + 1;
  }
}
