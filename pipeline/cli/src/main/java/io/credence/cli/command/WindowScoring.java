package io.credence.cli.command;

import io.credence.cli.options.ScoreOptions;
import io.credence.cli.report.CountsReport;
import io.credence.jobs.runner.Runner;
import io.credence.jobs.topictofiles.Counts;
import io.credence.jobs.topictofiles.WindowJob;
import io.credence.jobs.topictofiles.WindowPipeline;
import java.io.IOException;
import java.util.Locale;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult.State;

/** Scores a stream into a folder, until its end or until it is stopped. */
final class WindowScoring {

  private final WindowJob job;
  private final Console console;

  private WindowScoring(WindowJob job, Console console) {
    this.job = job;
    this.console = console;
  }

  static ExitCode run(ScoreOptions options, Runner runner, Console console) {
    WindowPreflight.Result checked = WindowPreflight.check(options, runner);
    WindowJob job = checked.job();
    if (job == null) {
      console.problems(checked.problems());
      return ExitCode.WRONG_REQUEST;
    }
    ScoreCommand.announce(job.model(), checked.notes(), options, runner, console);
    try {
      return new WindowScoring(job, console).run(options, runner, checked.rewinds());
    } catch (IOException | RuntimeException | Error e) {
      Failures.report("The job failed: ", e, console);
      return ExitCode.JOB_FAILED;
    }
  }

  private ExitCode run(ScoreOptions options, Runner runner, boolean rewinds) throws IOException {
    console
        .err()
        .println(
            "Scoring %s with %s %s into %s, a file for each %s, for the consumer group %s; dead letters go to %s"
                .formatted(
                    job.input(),
                    job.model().name(),
                    job.model().version(),
                    job.progress().folder().output(),
                    job.window().toString().substring("PT".length()).toLowerCase(Locale.ROOT),
                    job.group(),
                    job.progress().folder().deadLetters()));
    job.progress().begin(job.range().starts(), rewinds);
    Pipeline pipeline = Pipeline.create(options);
    pipeline.apply("Score messages into files", WindowPipeline.of(job));
    State state = StreamWatch.await(runner.start(pipeline), console);
    return runner.detached() ? ScoreCommand.leave(options, console) : over(state);
  }

  private ExitCode over(State state) throws IOException {
    if (!job.range().isBounded()) {
      console.err().println("The stream has come to an end, as it does when it is stopped");
      return ExitCode.JOB_FAILED;
    }
    if (state != State.DONE) {
      throw new IllegalStateException(
          "it ended as %s before it had read all messages; started again, it goes on behind those that are in files"
              .formatted(state));
    }
    console.err().println("All messages up to --stopAt are scored");
    Counts counts = job.progress().counts();
    console.report(CountsReport.of(job.model(), counts.scored(), counts.deadLetters()));
    return ExitCode.DONE;
  }
}
