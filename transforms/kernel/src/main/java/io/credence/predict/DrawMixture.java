package io.credence.predict;

import io.credence.distribution.Distribution;
import io.credence.distribution.DrawFunction;
import io.credence.distribution.Support;
import io.credence.draws.DrawColumn;
import io.credence.model.PredictiveMixture;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The mixture of what one call of a distribution has under each draw.
 *
 * <p>Not thread-safe: it owns scratch memory.
 */
final class DrawMixture implements PredictiveMixture {

  private final DrawFunction cdf;
  private final DrawFunction logDensity;
  private final boolean whole;
  private final boolean hasPointMasses;
  private final Supplier<DrawColumn[]> parameters;
  private final double[] logs;

  private DrawMixture(
      Distribution distribution,
      DrawFunction cdf,
      DrawFunction logDensity,
      Supplier<DrawColumn[]> parameters,
      int n) {
    this.cdf = cdf;
    this.logDensity = logDensity;
    Support support = distribution.support();
    this.whole = support == Support.INTEGER || support == Support.COUNT;
    this.hasPointMasses = distribution.hasPointMasses();
    this.parameters = parameters;
    this.logs = new double[n];
  }

  /**
   * The mixture of a distribution; empty when its cdf or its density has no usable form.
   *
   * @param parameters the columns of the record that was sampled last
   * @param n how many draws
   */
  static Optional<PredictiveMixture> of(
      Distribution distribution, Supplier<DrawColumn[]> parameters, int n) {
    Optional<DrawFunction> density = distribution.logDensity();
    return distribution
        .cdf()
        .flatMap(
            cdf -> density.map(each -> new DrawMixture(distribution, cdf, each, parameters, n)));
  }

  @Override
  public double cdf(double y) {
    DrawColumn[] columns = parameters.get();
    double sum = 0;
    for (int i = 0; i < logs.length; i++) {
      sum += cdf.at(columns, i, y);
    }
    return Math.min(1, sum / logs.length);
  }

  @Override
  public boolean hasPointMasses() {
    return whole || hasPointMasses;
  }

  @Override
  public double below(double y) {
    if (whole) {
      return cdf(Math.ceil(y) - 1);
    }
    return cdf(hasPointMasses ? Math.nextDown(y) : y);
  }

  /** From the largest of the logarithms, so that none underflows. */
  @Override
  public double logDensity(double y) {
    DrawColumn[] columns = parameters.get();
    double greatest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < logs.length; i++) {
      logs[i] = logDensity.at(columns, i, y);
      greatest = Math.max(greatest, logs[i]);
    }
    if (!Double.isFinite(greatest)) {
      return greatest;
    }
    double sum = 0;
    for (double log : logs) {
      sum += StrictMath.exp(log - greatest);
    }
    return greatest + StrictMath.log(sum / logs.length);
  }
}
