package io.credence.cli.command;

import io.credence.jobs.runner.RunningJob;
import java.time.Duration;
import java.util.function.LongConsumer;
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
    if (!console.terminal() || records == 0) {
      return job.await();
    }
    try (ProgressBar bar = bar(records)) {
      return await(job, records, bar::stepTo);
    }
  }

  /**
   * Waits until the end.
   *
   * @param bar receives how many of the records are done: all of them only for a job that ended
   *     well, also where those of failed attempts count too
   */
  static State await(RunningJob job, long records, LongConsumer bar) {
    State state = job.await(REFRESH);
    while (state == null) {
      bar.accept(Math.min(records - 1, (long) (records * job.shareDone(records))));
      state = job.await(REFRESH);
    }
    if (state == State.DONE) {
      bar.accept(records);
    }
    return state;
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
