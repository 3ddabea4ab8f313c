package io.credence.pipeline.command;

import io.credence.beam.ScoringMetrics;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.metrics.MetricNameFilter;
import org.apache.beam.sdk.metrics.MetricResult;
import org.apache.beam.sdk.metrics.MetricsFilter;
import org.joda.time.Duration;

/** Runs a pipeline, and shows how far it got when a person is watching. */
final class Progress {

  private static final Duration REFRESH = Duration.millis(500);

  private Progress() {}

  /** Runs until the end. */
  static PipelineResult run(Pipeline pipeline, long records, Console console) {
    PipelineResult result = pipeline.run();
    if (console.terminal()) {
      watch(result, records);
    }
    result.waitUntilFinish();
    return result;
  }

  private static void watch(PipelineResult result, long records) {
    try (ProgressBar bar = bar(records)) {
      PipelineResult.State state = result.waitUntilFinish(REFRESH);
      while (state == null || !state.isTerminal()) {
        bar.stepTo(Math.min(records, processed(result)));
        state = result.waitUntilFinish(REFRESH);
      }
      bar.stepTo(processed(result));
    }
  }

  private static ProgressBar bar(long records) {
    return new ProgressBarBuilder()
        .setTaskName("Scoring")
        .setInitialMax(records)
        .setUnit(" records", 1)
        .setStyle(ProgressBarStyle.ASCII)
        .setUpdateIntervalMillis((int) REFRESH.getMillis())
        // The clock ticks while a split is under way, which is all that moves then.
        .continuousUpdate()
        .showSpeed()
        .build();
  }

  private static long processed(PipelineResult result) {
    MetricsFilter filter =
        MetricsFilter.builder()
            .addNameFilter(MetricNameFilter.inNamespace(ScoringMetrics.NAMESPACE))
            .build();
    long processed = 0;
    for (MetricResult<Long> counter : result.metrics().queryMetrics(filter).getCounters()) {
      processed += counter.getAttempted();
    }
    return processed;
  }
}
