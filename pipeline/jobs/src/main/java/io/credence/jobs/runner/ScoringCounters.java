package io.credence.jobs.runner;

import io.credence.beam.ScoringMetrics;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.metrics.MetricNameFilter;
import org.apache.beam.sdk.metrics.MetricResult;
import org.apache.beam.sdk.metrics.MetricsFilter;

/** What scoring has counted. */
public final class ScoringCounters {

  private ScoringCounters() {}

  /**
   * By name, summed over steps. Direct tells what became final; Flink tells what the attempts did
   * that were not thrown away.
   */
  public static Map<String, Long> of(PipelineResult result) {
    MetricsFilter filter =
        MetricsFilter.builder()
            .addNameFilter(MetricNameFilter.inNamespace(ScoringMetrics.NAMESPACE))
            .build();
    Map<String, Long> counters = new TreeMap<>();
    for (MetricResult<Long> counter : result.metrics().queryMetrics(filter).getCounters()) {
      Long committed = counter.getCommittedOrNull();
      long count = committed == null ? counter.getAttempted() : committed;
      counters.merge(counter.getName().getName(), count, Long::sum);
    }
    return counters;
  }
}
