package io.credence.cli.command;

import io.credence.cli.options.ScoreOptions;
import io.credence.jobs.runner.GivenArguments;
import io.credence.jobs.runner.Runner;
import io.credence.jobs.runner.Work;
import io.credence.jobs.scoring.Delivery;
import io.credence.kafka.TopicLocation;
import io.credence.problem.Problems;
import io.credence.s3.S3Store;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a runner learns of a request, and what follows from its answers. */
final class RunnerCheck {

  private final Runner runner;
  private final ScoreOptions options;
  private final Problems problems;
  private final List<String> notes;

  private RunnerCheck(Runner runner, ScoreOptions options, Problems problems, List<String> notes) {
    this.runner = runner;
    this.options = options;
    this.problems = problems;
    this.notes = notes;
  }

  /** The work that arguments ask for; they may hold mistakes, which are found later. */
  static Work work(GivenArguments arguments) {
    return work(
        arguments.value("--input").orElse(null),
        arguments.value("--output").orElse(null),
        arguments.value("--delivery").orElse(null));
  }

  private static Work work(
      @Nullable String input, @Nullable String output, @Nullable String delivery) {
    return new Work(
        !isTopic(input), Delivery.EXACTLY_ONCE.toString().equals(delivery), isTopic(output));
  }

  /** Whether a location, if there is one, is that of a topic. */
  static boolean isTopic(@Nullable String location) {
    return location != null && TopicLocation.isMeant(location);
  }

  /** Looks at where the job would run. */
  static void run(Runner runner, ScoreOptions options, Problems problems, List<String> notes) {
    new RunnerCheck(runner, options, problems, notes).run();
  }

  private void run() {
    runner.check(
        options,
        work(options.getInput(), options.getOutput(), options.getDelivery()),
        problems,
        notes);
    if (runner.restoresSavepoint()) {
      refuseWithSavepoint("--startAt", options.getStartAt());
      refuseWithSavepoint("--stopAt", options.getStopAt());
    }
    if (!runner.sharesDisk() && S3Store.isAtLoopback(options)) {
      notes.add(
          "--s3Endpoint=%s: is each machine itself; workers on others look for the store there, not here"
              .formatted(options.getS3Endpoint()));
    }
  }

  private void refuseWithSavepoint(String option, @Nullable String value) {
    if (value != null) {
      problems.add(
          "%s=%s: a job that goes on from a savepoint reads what that says; leave it out"
              .formatted(option, value));
    }
  }
}
