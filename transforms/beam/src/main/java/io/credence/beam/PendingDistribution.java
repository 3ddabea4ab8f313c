package io.credence.beam;

import org.apache.beam.sdk.metrics.Distribution;
import org.apache.beam.sdk.metrics.Metrics;

/** A distribution that is added up in fields, because each word with Beam costs a look-up. */
final class PendingDistribution {

  private final Distribution distribution;
  private long count;
  private long sum;
  private long min;
  private long max;

  PendingDistribution(String name) {
    this.distribution = Metrics.distribution(ScoringMetrics.NAMESPACE, name);
  }

  void add(long value) {
    min = count == 0 ? value : Math.min(min, value);
    max = count == 0 ? value : Math.max(max, value);
    sum += value;
    count++;
  }

  /** How many values were added since the last time. */
  long count() {
    return count;
  }

  long sum() {
    return sum;
  }

  /** Hands over what was added. */
  void flush() {
    if (count > 0) {
      distribution.update(sum, count, min, max);
      count = 0;
      sum = 0;
    }
  }
}
