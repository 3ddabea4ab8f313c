package io.credence.pipeline.command;

import io.credence.beam.ScoringMetrics;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.metrics.MetricNameFilter;
import org.apache.beam.sdk.metrics.MetricResult;
import org.apache.beam.sdk.metrics.MetricsFilter;

/** Runs a pipeline, and shows how far it got when a person is watching. */
final class Progress {

  private static final int REFRESH_MILLIS = 500;

  private Progress() {}

  /** Runs until the end; returns at once for a runner that only submits. */
  static PipelineResult run(Pipeline pipeline, long records, Console console) {
    if (!console.terminal()) {
      PipelineResult result = pipeline.run();
      result.waitUntilFinish();
      return result;
    }
    return runWatched(pipeline, records, console);
  }

  private static PipelineResult runWatched(Pipeline pipeline, long records, Console console) {
    ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    try (ProgressBar bar = bar(records)) {
      PipelineResult result = pipeline.run();
      clock.scheduleWithFixedDelay(
          () -> bar.stepTo(Math.min(records, processed(result))),
          REFRESH_MILLIS,
          REFRESH_MILLIS,
          TimeUnit.MILLISECONDS);
      result.waitUntilFinish();
      bar.stepTo(records);
      return result;
    } finally {
      clock.shutdownNow();
      console.err().println();
    }
  }

  private static ProgressBar bar(long records) {
    return new ProgressBarBuilder()
        .setTaskName("Scoring")
        .setInitialMax(records)
        .setUnit(" records", 1)
        .setStyle(ProgressBarStyle.ASCII)
        .setUpdateIntervalMillis(REFRESH_MILLIS)
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
