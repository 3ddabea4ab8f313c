package io.credence.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * Processor time per operation of the threads that run a benchmark: {@code -prof
 * io.credence.benchmarks.CpuTime}. On a machine that others use as well, it tells apart work from
 * waiting for one's turn, which the clock does not.
 */
public final class CpuTime implements InternalProfiler {

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final Map<Long, Long> before = new HashMap<>();

  @Override
  public String getDescription() {
    return "Processor time of the benchmark's threads";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    before.clear();
    for (long id : threads.getAllThreadIds()) {
      before.put(id, threads.getThreadCpuTime(id));
    }
  }

  @Override
  public Collection<? extends Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    long nanos = 0;
    for (long id : threads.getAllThreadIds()) {
      // The thread that runs this one only waits for the workers, and does the profiling.
      if (id != Thread.currentThread().getId()) {
        nanos += Math.max(0, threads.getThreadCpuTime(id)) - before.getOrDefault(id, 0L);
      }
    }
    double perOperation = nanos / 1e3 / result.getMetadata().getMeasuredOps();
    return List.of(new ScalarResult("cpu", perOperation, "us/op", AggregationPolicy.AVG));
  }
}
