package io.credence.model;

/**
 * The predictive distribution of an output for the record that was sampled last: the mixture, with
 * equal weights, of the distributions that its samples were drawn from. It has no sampling noise,
 * save where a parameter itself depends on a random step.
 *
 * <p>A view: it follows its sampler from record to record. Not thread-safe.
 */
public interface PredictiveMixture {

  /** The probability of at most a value: the mean over all draws. */
  double cdf(double y);

  /** Whether single values may have a probability, as all values of counts have. */
  boolean hasPointMasses();

  /**
   * The probability of less than a value. It equals {@link #cdf} except where the value itself has
   * a probability.
   */
  double below(double y);

  /**
   * The natural logarithm of the density at a value, or of its probability where single values have
   * one; -Infinity where no draw gives it any.
   */
  double logDensity(double y);
}
