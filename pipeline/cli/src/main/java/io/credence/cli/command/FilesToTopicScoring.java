package io.credence.cli.command;

import io.credence.cli.options.ScoreOptions;
import io.credence.cli.report.CountsReport;
import io.credence.cli.report.RunReport;
import io.credence.jobs.runner.Runner;
import io.credence.jobs.runner.RunningJob;
import io.credence.jobs.scoring.NumberedSplit;
import io.credence.jobs.scoring.ScoringJob;
import io.credence.jobs.scoring.SplitGroup;
import io.credence.jobs.sink.topic.TopicSink;
import io.credence.jobs.source.files.FilesSource;
import java.util.Locale;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult.State;

/** Scores files into a topic, and says how it went. */
final class FilesToTopicScoring {

  private final ReadyJob<FilesSource, TopicSink<SplitGroup<NumberedSplit>>> job;
  private final Console console;

  private FilesToTopicScoring(
      ReadyJob<FilesSource, TopicSink<SplitGroup<NumberedSplit>>> job, Console console) {
    this.job = job;
    this.console = console;
  }

  static ExitCode run(ScoreOptions options, Runner runner, Console console) {
    Checked<FilesSource, TopicSink<SplitGroup<NumberedSplit>>> checked =
        FilesToTopicCheck.check(options, runner);
    ReadyJob<FilesSource, TopicSink<SplitGroup<NumberedSplit>>> job = checked.job();
    if (job == null) {
      return console.refuse(checked.problems());
    }
    ScoreCommand.announce(job.model(), checked.notes(), options, runner, console);
    try {
      return new FilesToTopicScoring(job, console).run(options, runner);
    } catch (RuntimeException | Error e) {
      Failures.report("The job failed, when some rows may have been written already: ", e, console);
      return ExitCode.JOB_FAILED;
    }
  }

  private ExitCode run(ScoreOptions options, Runner runner) {
    long start = System.nanoTime();
    Pipeline pipeline = Pipeline.create(options);
    new ScoringJob<>(job.source(), job.scoring(), job.sink()).addTo(pipeline);
    RunningJob running = runner.start(pipeline);
    State state = Progress.await(running, job.source().rows(), console);
    if (runner.detached()) {
      return ScoreCommand.leave(options, console);
    }
    if (state != State.DONE) {
      throw new IllegalStateException("the runner ended the job as " + state);
    }
    CountsReport counts = CountsReport.of(job.model(), running.counters());
    console.report(
        RunReport.of(counts, (System.nanoTime() - start) / 1e9)
            .withOutput(job.sink().output().toString())
            .withDeadLettersIn(job.sink().deadLetters().toString()));
    return exit(counts, options.getMaxDeadLetterShare());
  }

  /** What is written can't be taken back, but the limit is reported. */
  private ExitCode exit(CountsReport counts, double share) {
    if (counts.read() == 0 || (double) counts.dead() / counts.read() <= share) {
      return ExitCode.DONE;
    }
    console.problem(
        String.format(
            Locale.ROOT,
            "%d of %d records could not be scored, more than the share of %s that is allowed; the others are in the topic",
            counts.dead(),
            counts.read(),
            share));
    return ExitCode.TOO_MANY_DEAD_LETTERS;
  }
}
