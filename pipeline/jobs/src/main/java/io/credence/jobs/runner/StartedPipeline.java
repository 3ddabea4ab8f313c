package io.credence.jobs.runner;

import io.credence.beam.ScoringMetrics;
import java.time.Duration;
import java.util.Map;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.PipelineResult.State;
import org.apache.beam.sdk.metrics.MetricNameFilter;
import org.apache.beam.sdk.metrics.MetricResult;
import org.apache.beam.sdk.metrics.MetricsFilter;
import org.jspecify.annotations.Nullable;

/**
 * A pipeline of a runner whose {@code run()} returns at once.
 *
 * @param result what it returned
 */
record StartedPipeline(PipelineResult result) implements RunningJob {

  @Override
  public State await() {
    return result.waitUntilFinish();
  }

  @Override
  public @Nullable State await(Duration patience) {
    State state = result.waitUntilFinish(org.joda.time.Duration.millis(patience.toMillis()));
    return state == null || !state.isTerminal() ? null : state;
  }

  /** It ends with this process at the latest. */
  @Override
  public boolean isOver() {
    return true;
  }

  @Override
  public double shareDone(long records) {
    MetricsFilter filter =
        MetricsFilter.builder()
            .addNameFilter(MetricNameFilter.named(ScoringMetrics.NAMESPACE, ScoringMetrics.READ))
            .build();
    long read = 0;
    for (MetricResult<Long> counter : result.metrics().queryMetrics(filter).getCounters()) {
      read += counter.getAttempted();
    }
    return (double) read / records;
  }

  @Override
  public Map<String, Long> counters() {
    return ScoringCounters.of(result);
  }
}
