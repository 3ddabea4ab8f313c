package io.credence.benchmarks;

import io.credence.deadletter.UnscorableException;
import io.credence.score.Scorer;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What it costs to score a record, without its decoding: a quick loop on one thread, to compare
 * within one run. {@link KernelBenchmark} has the careful figures.
 */
public final class KernelTime {

  private static final long WARM_UP_NANOS = TimeUnit.SECONDS.toNanos(5);
  private static final long NANOS = TimeUnit.SECONDS.toNanos(5);

  private KernelTime() {}

  /** Processor microseconds per record. Takes ten seconds of the processor. */
  public static double microseconds(int numSamples) {
    return microseconds(Workload.flights(), numSamples);
  }

  /** As {@link #microseconds}, of a record of the model category-slopes. */
  public static double ofSlopes(int numSamples) {
    return microseconds(Workload.categorySlopes(), numSamples);
  }

  private static double microseconds(Workload workload, int numSamples) {
    Scorer scorer = workload.scorer(numSamples);
    run(scorer, workload.records(), WARM_UP_NANOS);
    return run(scorer, workload.records(), NANOS);
  }

  private static double run(Scorer scorer, List<@Nullable Object[]> records, long nanos) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    long scored = 0;
    long spent = 0;
    // Looked at, so that no compiler leaves the work out.
    double sum = 0;
    while (spent < nanos) {
      for (@Nullable Object[] record : records) {
        sum += median(scorer, record);
      }
      scored += records.size();
      spent = threads.getCurrentThreadCpuTime() - start;
    }
    if (Double.isNaN(sum)) {
      throw new IllegalStateException("A median is no number");
    }
    return spent / 1e3 / scored;
  }

  private static double median(Scorer scorer, @Nullable Object[] record) {
    try {
      return scorer.score(Workload::read, record).summary().median();
    } catch (UnscorableException e) {
      throw new IllegalStateException("Only records that can be scored were kept", e);
    }
  }
}
