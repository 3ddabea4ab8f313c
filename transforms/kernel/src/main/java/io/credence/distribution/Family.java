package io.credence.distribution;

import io.credence.draws.DrawColumn;
import java.util.Optional;

/**
 * A distribution of one or two parameters, as functions of numbers: {@code a} is the first and
 * {@code b} the last parameter. So that what is built upon it, such as zero inflation, may have its
 * parameters elsewhere.
 */
abstract class Family extends Declared {

  private final int last;

  Family(String name, String description, Support support, Parametrisation... parametrisations) {
    super(name, description, support, parametrisations);
    this.last = parametrisations[0].parameters().size() - 1;
  }

  /** A sample, from the stream where the variates are. */
  abstract double sample(double a, double b, Variates variates);

  /** As {@link Distribution#logDensity}, for a value that is not NaN. */
  abstract double logDensity(double a, double b, double y);

  /** As {@link Distribution#cdf}, for a value that is not NaN. */
  abstract double cdf(double a, double b, double y);

  /** As {@link Distribution#survival}, for a value that is not NaN. */
  abstract double survival(double a, double b, double y);

  /** As {@link Distribution#quantile}, for a probability from 0 to 1/2. */
  abstract double lowerQuantile(double a, double b, double p);

  /** The smallest value with a survival of at most q, which is from 0 to 1/2. */
  abstract double upperQuantile(double a, double b, double q);

  final double quantile(double a, double b, double p) {
    return p <= 0.5 ? lowerQuantile(a, b, p) : upperQuantile(a, b, 1 - p);
  }

  /**
   * Whether cdf, survival and quantiles come from {@link StrictMath} alone, so that samples may
   * come out of them: the libraries' special functions use {@link Math}.
   */
  boolean strict() {
    return false;
  }

  /**
   * A sample between two bounds, by inversion from the side of the smaller tail. For {@link
   * #strict} families, or where it is overridden.
   */
  double sampleBetween(double a, double b, double lower, double upper, Variates variates) {
    double u = variates.uniform();
    double below = cdf(a, b, lower);
    double x;
    if (below <= 0.5) {
      x = quantile(a, b, below + u * (cdf(a, b, upper) - below));
    } else {
      double above = survival(a, b, upper);
      x = upperQuantile(a, b, above + u * (survival(a, b, lower) - above));
    }
    return Math.min(upper, Math.max(lower, x));
  }

  /**
   * Whether {@link #sampleBetween} reaches any bounds that meet the support, however far in a tail.
   * Inversion does not: it needs a probability that a double can hold.
   */
  boolean samplesFarTails() {
    return false;
  }

  /** Whether the bounds and the support meet. */
  final boolean meets(double a, double b, double lower, double upper) {
    return upper > quantile(a, b, 0) && lower < quantile(a, b, 1);
  }

  final int parameters() {
    return last + 1;
  }

  @Override
  public final double sampleAt(DrawColumn[] parameters, int draw, Variates variates) {
    return sample(parameters[0].get(draw), parameters[last].get(draw), variates);
  }

  @Override
  public final Optional<DrawFunction> logDensity() {
    return Optional.of(of(this::logDensity));
  }

  @Override
  public final Optional<DrawFunction> cdf() {
    return Optional.of(of(this::cdf));
  }

  @Override
  public final Optional<DrawFunction> survival() {
    return Optional.of(of(this::survival));
  }

  @Override
  public final Optional<DrawFunction> quantile() {
    return Optional.of(of((a, b, p) -> p >= 0 && p <= 1 ? quantile(a, b, p) : Double.NaN));
  }

  private DrawFunction of(Numbers function) {
    return (parameters, draw, x) ->
        Double.isNaN(x)
            ? Double.NaN
            : function.at(parameters[0].get(draw), parameters[last].get(draw), x);
  }

  /** A function of two parameters and a value. */
  @FunctionalInterface
  interface Numbers {
    double at(double a, double b, double x);
  }
}
