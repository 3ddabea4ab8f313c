package io.credence.cli.command;

import io.credence.jobs.runner.RunningJob;
import java.time.Duration;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.apache.beam.sdk.PipelineResult.State;

/** Waits for a job, and shows how far it got when a person is watching. */
final class Progress {

  private static final Duration REFRESH = Duration.ofMillis(500);

  private Progress() {}

  /** Waits until the end. */
  static State await(RunningJob job, long records, Console console) {
    return console.terminal() && records > 0 ? watch(job, records) : job.await();
  }

  private static State watch(RunningJob job, long records) {
    try (ProgressBar bar = bar(records)) {
      State state = job.await(REFRESH);
      while (state == null) {
        bar.stepTo((long) (records * Math.min(1, job.shareDone(records))));
        state = job.await(REFRESH);
      }
      if (state == State.DONE) {
        bar.stepTo(records);
      }
      return state;
    }
  }

  private static ProgressBar bar(long records) {
    return new ProgressBarBuilder()
        .setTaskName("Scoring")
        .setInitialMax(records)
        .setUnit(" records", 1)
        .setStyle(ProgressBarStyle.ASCII)
        .setUpdateIntervalMillis((int) REFRESH.toMillis())
        // The clock ticks while a split is under way, which is all that moves then.
        .continuousUpdate()
        .showSpeed()
        .build();
  }
}
