package io.credence.cli.command;

import io.credence.cli.options.Arguments;
import io.credence.cli.options.ReplayOptions;
import io.credence.jobs.replay.ReplayTally;
import io.credence.s3.S3Store;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.beam.sdk.io.FileSystems;
import org.jspecify.annotations.Nullable;

/** {@code credence replay}: sends dead letters again, once what was wrong has been put right. */
public final class ReplayCommand implements Command {

  @Override
  public ExitCode run(List<String> arguments, Console console) {
    List<String> problems = new ArrayList<>();
    ReplayOptions options =
        Arguments.parse(ReplayOptions.class, StoreArguments.prepare(arguments, problems), problems);
    if (options != null) {
      S3Store.check(options, problems, options.getDeadLetters());
    }
    ReplayPlan plan = options == null || !problems.isEmpty() ? null : plan(options, problems);
    if (options == null || plan == null) {
      console.problems(problems);
      return ExitCode.WRONG_REQUEST;
    }
    try {
      report(plan.run(console.err()::println), options.getDryRun(), console.out());
      return ExitCode.DONE;
    } catch (IOException | RuntimeException | Error e) {
      Failures.report("The replay failed: ", e, console);
      console.err().println(plan.afterFailure());
      return ExitCode.JOB_FAILED;
    }
  }

  private static @Nullable ReplayPlan plan(ReplayOptions options, List<String> problems) {
    FileSystems.setDefaultPipelineOptions(options);
    return ReplayPreflight.check(options, problems);
  }

  private static void report(ReplayTally tally, boolean dryRun, Printer out) {
    line(out, "read", tally.read());
    line(out, dryRun ? "would be sent" : "sent", tally.sent());
    line(out, "left out", tally.leftOut());
    tally.leftOutByCode().forEach((code, n) -> line(out, "  " + code, n));
  }

  private static void line(Printer out, String name, long count) {
    out.println(String.format(Locale.ROOT, "%-26s %,d", name, count));
  }
}
