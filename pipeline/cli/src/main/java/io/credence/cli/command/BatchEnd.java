package io.credence.cli.command;

import io.credence.cli.report.CountsReport;
import io.credence.cli.report.RunReport;
import io.credence.jobs.batch.BatchJob;
import io.credence.jobs.batch.Manifest;
import java.io.IOException;
import java.util.List;

/** Says how a batch went that came to its end: some of its results, and the counts. */
final class BatchEnd {

  private BatchEnd() {}

  static ExitCode report(Manifest manifest, BatchJob job, double seconds, Console console) {
    CountsReport counts =
        CountsReport.of(job.model(), manifest.scored(), manifest.deadLetters().byCode());
    RunReport run =
        RunReport.of(counts, seconds)
            .withDeadLettersIn(job.folders().deadLetters(!manifest.complete()));
    if (manifest.complete()) {
      console.report(run.withOutput(job.folders().output()).withRows(rows(manifest, job, console)));
      return ExitCode.DONE;
    }
    console.report(run);
    console.problem("The run was given up: " + manifest.failure());
    return ExitCode.TOO_MANY_DEAD_LETTERS;
  }

  /** The results stand also when this look at them fails. */
  private static List<String> rows(Manifest manifest, BatchJob job, Console console) {
    try {
      return manifest.scored() == 0 ? List.of() : ScoredRows.of(manifest, job).lines();
    } catch (IOException | RuntimeException | Error e) {
      console
          .err()
          .println("The results are whole, but rows of them can't be shown: " + Failures.line(e));
      return List.of();
    }
  }
}
