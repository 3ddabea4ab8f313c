package io.credence.pipeline.command;

import io.credence.pipeline.options.ScoreOptions;
import io.credence.pipeline.runner.Runner;
import io.credence.pipeline.stream.StreamJob;
import io.credence.pipeline.stream.StreamPipeline;
import org.apache.beam.sdk.Pipeline;

/** Scores a stream, until it is stopped. */
final class StreamScoring {

  private StreamScoring() {}

  static ExitCode run(ScoreOptions options, Runner runner, Console console) {
    StreamPreflight.Result checked = StreamPreflight.check(options, runner);
    StreamJob job = checked.job();
    if (job == null) {
      console.problems(checked.problems());
      return ExitCode.WRONG_REQUEST;
    }
    ScoreCommand.nameAfter(job.model(), options);
    checked.notes().forEach(console.err()::println);
    runner.whereabouts(options).ifPresent(console.err()::println);
    console
        .err()
        .printf(
            "Scoring %s with %s %s into %s; dead letters go to %s%n",
            job.input(),
            job.model().name(),
            job.model().version(),
            job.output(),
            job.deadLetters());
    try {
      Pipeline pipeline = Pipeline.create(options);
      pipeline.apply("Score messages", StreamPipeline.of(job));
      runner.start(pipeline).await();
      if (runner.leavesJob()) {
        return ExitCode.DONE;
      }
      console.err().println("The stream has come to an end, as it does when somebody stops it");
      return ExitCode.JOB_FAILED;
    } catch (RuntimeException e) {
      Failures.report("The job failed: ", e, console);
      return ExitCode.JOB_FAILED;
    }
  }
}
