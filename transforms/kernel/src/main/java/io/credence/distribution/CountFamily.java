package io.credence.distribution;

/** A family on whole numbers from 0, whose quantiles are found by search. */
abstract class CountFamily extends Family {

  CountFamily(String name, String description, Parametrisation... parametrisations) {
    super(name, description, Support.COUNT, parametrisations);
  }

  /** The logarithm of the probability of a whole number from 0. */
  abstract double logProbability(double a, double b, double k);

  /** The cdf at a whole number from 0. */
  abstract double atMost(double a, double b, double k);

  /** The survival at a whole number from 0. */
  abstract double above(double a, double b, double k);

  /** Where searching for a quantile begins. */
  abstract double mean(double a, double b);

  /** The largest value; infinite when there is none. */
  double greatest(double a, double b) {
    return Double.POSITIVE_INFINITY;
  }

  @Override
  final double logDensity(double a, double b, double y) {
    boolean possible = y >= 0 && y <= Double.MAX_VALUE && y == Math.rint(y);
    return possible ? logProbability(a, b, y) : Double.NEGATIVE_INFINITY;
  }

  @Override
  final double cdf(double a, double b, double y) {
    if (y < 0 || y >= greatest(a, b)) {
      return y < 0 ? 0 : 1;
    }
    return atMost(a, b, Math.floor(y));
  }

  @Override
  final double survival(double a, double b, double y) {
    if (y < 0 || y >= greatest(a, b)) {
      return y < 0 ? 1 : 0;
    }
    return above(a, b, Math.floor(y));
  }

  @Override
  final double lowerQuantile(double a, double b, double p) {
    return Search.whole(k -> cdf(a, b, k) - p, 0, greatest(a, b), mean(a, b));
  }

  @Override
  final double upperQuantile(double a, double b, double q) {
    return q == 0
        ? greatest(a, b)
        : Search.whole(k -> q - survival(a, b, k), 0, greatest(a, b), mean(a, b));
  }
}
