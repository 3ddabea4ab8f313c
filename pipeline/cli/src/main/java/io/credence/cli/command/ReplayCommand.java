package io.credence.cli.command;

import io.credence.cli.options.ReplayOptions;
import io.credence.cli.report.ReplayReport;
import io.credence.problem.Problems;
import io.credence.s3.S3Store;
import java.io.IOException;
import java.util.Map;

/** {@code credence replay}: sends dead letters again, once what was wrong has been put right. */
public final class ReplayCommand implements Command {

  @Override
  public String name() {
    return "replay";
  }

  @Override
  public String summary() {
    return "sends dead letters to a stream again";
  }

  @Override
  public String usage() {
    return "--deadLetters=TOPIC|FILES --output=TOPIC [--option=value …]";
  }

  @Override
  public Class<ReplayOptions> options() {
    return ReplayOptions.class;
  }

  @Override
  public Map<ExitCode, String> exitCodes() {
    return Map.of(
        ExitCode.DONE, "done",
        ExitCode.JOB_FAILED, "the replay failed",
        ExitCode.WRONG_REQUEST, "the request is wrong");
  }

  @Override
  public ExitCode run(Request request, Console console) {
    Problems problems = request.problems();
    ReplayOptions options =
        request.options(
            ReplayOptions.class,
            (given, wrong) -> S3Store.check(given, wrong, given.getDeadLetters()));
    ReplayPlan plan =
        options == null || !problems.isEmpty() ? null : ReplayPreflight.check(options, problems);
    if (options == null || plan == null) {
      return console.refuse(problems);
    }
    try {
      console.report(ReplayReport.of(plan.run(console.err()::println), options.getDryRun()));
      return ExitCode.DONE;
    } catch (IOException | RuntimeException | Error e) {
      Failures.report("The replay failed: ", e, console);
      console.err().println(plan.afterFailure());
      return ExitCode.JOB_FAILED;
    }
  }
}
