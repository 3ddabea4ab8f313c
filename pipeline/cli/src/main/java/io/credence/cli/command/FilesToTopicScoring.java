package io.credence.cli.command;

import io.credence.cli.report.CountsReport;
import io.credence.cli.report.RunReport;
import io.credence.jobs.runner.RunningJob;
import io.credence.jobs.scoring.NumberedSplit;
import io.credence.jobs.scoring.SplitGroup;
import io.credence.jobs.sink.topic.TopicSink;
import io.credence.jobs.source.files.FilesSource;
import java.util.Locale;
import org.apache.beam.sdk.PipelineResult.State;

/** Scores files into a topic, from which nothing can be taken back. */
final class FilesToTopicScoring implements JobWay {

  private final ReadyJob<FilesSource, TopicSink<SplitGroup<NumberedSplit>>> job;
  private final double maxDeadLetterShare;
  private final Console console;

  FilesToTopicScoring(
      ReadyJob<FilesSource, TopicSink<SplitGroup<NumberedSplit>>> job,
      double maxDeadLetterShare,
      Console console) {
    this.job = job;
    this.maxDeadLetterShare = maxDeadLetterShare;
    this.console = console;
  }

  @Override
  public State await(RunningJob running) {
    return Progress.await(running, job.source().rows(), console);
  }

  @Override
  public String failure() {
    return "The job failed, when some rows may have been written already: ";
  }

  @Override
  public ExitCode end(State state, RunningJob running, double seconds) {
    if (state != State.DONE) {
      throw new IllegalStateException("the runner ended the job as " + state);
    }
    CountsReport counts = CountsReport.of(job.scoring(), running.counters());
    console.report(
        RunReport.of(counts, seconds)
            .withOutput(job.sink().output().toString())
            .withDeadLettersIn(job.sink().deadLetters().toString()));
    return exit(counts);
  }

  /** What is written can't be taken back, but the limit is reported. */
  private ExitCode exit(CountsReport counts) {
    if (counts.read() == 0 || (double) counts.dead() / counts.read() <= maxDeadLetterShare) {
      return ExitCode.DONE;
    }
    console.problem(
        String.format(
            Locale.ROOT,
            "%d of %d records could not be scored, more than the share of %s that is allowed; the others are in the topic",
            counts.dead(),
            counts.read(),
            maxDeadLetterShare));
    return ExitCode.TOO_MANY_DEAD_LETTERS;
  }
}
