package io.credence.beam;

import java.util.HashMap;
import org.apache.beam.sdk.metrics.BoundedTrie;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Distribution;
import org.apache.beam.sdk.metrics.Gauge;
import org.apache.beam.sdk.metrics.MetricName;
import org.apache.beam.sdk.metrics.MetricsContainer;
import org.apache.beam.sdk.metrics.MetricsEnvironment;
import org.apache.beam.sdk.metrics.StringSet;

/** The counters that a bundle has reported to Beam, visible while it lasts. */
final class FakeMetrics implements MetricsContainer {

  private static final long serialVersionUID = 1;

  private final HashMap<String, Long> counters = new HashMap<>();

  /** Runs something as within a bundle. */
  void collect(Runnable bundle) {
    MetricsContainer before = MetricsEnvironment.setCurrentContainer(this);
    try {
      bundle.run();
    } finally {
      MetricsEnvironment.setCurrentContainer(before);
    }
  }

  long counter(String name) {
    return counters.getOrDefault(name, 0L);
  }

  @Override
  public Counter getCounter(MetricName name) {
    return new Counter() {
      @Override
      public void inc() {
        inc(1);
      }

      @Override
      public void inc(long n) {
        counters.merge(name.getName(), n, Long::sum);
      }

      @Override
      public void dec() {
        inc(-1);
      }

      @Override
      public void dec(long n) {
        inc(-n);
      }

      @Override
      public MetricName getName() {
        return name;
      }
    };
  }

  @Override
  public Distribution getDistribution(MetricName name) {
    return new Distribution() {
      @Override
      public void update(long value) {}

      @Override
      public void update(long sum, long count, long min, long max) {}

      @Override
      public MetricName getName() {
        return name;
      }
    };
  }

  @Override
  public Gauge getGauge(MetricName name) {
    return new Gauge() {
      @Override
      public void set(long value) {}

      @Override
      public MetricName getName() {
        return name;
      }
    };
  }

  @Override
  public StringSet getStringSet(MetricName name) {
    throw new UnsupportedOperationException(name.toString());
  }

  @Override
  public BoundedTrie getBoundedTrie(MetricName name) {
    throw new UnsupportedOperationException(name.toString());
  }
}
