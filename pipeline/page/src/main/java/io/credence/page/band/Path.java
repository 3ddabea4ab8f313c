package io.credence.page.band;

import org.apache.commons.statistics.distribution.PoissonDistribution;

/**
 * The counts of n uniform numbers below K equally spaced points, which never fall from point to
 * point. Given their sum, the numbers between neighbouring points are independent Poisson counts,
 * all with the mean n / (K + 1); so the probability of all paths through an envelope adds up from
 * point to point.
 */
final class Path {

  private final int n;
  private final int points;

  /** The probability of each step from point to point; steps beyond have none that is left. */
  private final double[] step;

  Path(int n, int points) {
    this.n = n;
    this.points = points;
    PoissonDistribution poisson = PoissonDistribution.of(n / (points + 1.0));
    this.step = new double[n + 1];
    for (int i = 0; i <= n; i++) {
      step[i] = poisson.probability(i);
    }
  }

  double inside(Envelope envelope) {
    double[] probability = {1};
    int from = 0;
    for (int point = 0; point < points; point++) {
      int lower = (int) Math.rint(envelope.lower(point) * n);
      int upper = (int) Math.rint(envelope.upper(point) * n);
      probability = next(probability, from, lower, upper);
      from = lower;
    }
    return next(probability, from, n, n)[0] / PoissonDistribution.of(n).probability(n);
  }

  /** The probabilities of the counts from lower to upper at the next point. */
  private double[] next(double[] before, int from, int lower, int upper) {
    double[] after = new double[upper - lower + 1];
    for (int i = 0; i < after.length; i++) {
      int count = lower + i;
      int last = Math.min(before.length - 1, count - from);
      double sum = 0;
      for (int j = 0; j <= last; j++) {
        sum += before[j] * step[count - from - j];
      }
      after[i] = sum;
    }
    return after;
  }
}
