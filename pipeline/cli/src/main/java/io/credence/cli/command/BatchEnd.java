package io.credence.cli.command;

import io.credence.beam.Scoring;
import io.credence.cli.report.CountsReport;
import io.credence.cli.report.RunReport;
import io.credence.jobs.sink.folder.Manifest;
import io.credence.jobs.sink.folder.RunFolders;
import java.io.IOException;
import java.util.List;

/** Says how a batch went that came to its end: some of its results, and the counts. */
final class BatchEnd {

  private BatchEnd() {}

  static ExitCode report(
      Manifest manifest, Scoring scoring, RunFolders folders, double seconds, Console console) {
    CountsReport counts =
        CountsReport.of(scoring.model(), manifest.scored(), manifest.deadLetters().byCode());
    RunReport run =
        RunReport.of(counts, seconds).withDeadLettersIn(folders.deadLetters(!manifest.complete()));
    if (manifest.complete()) {
      console.report(
          run.withOutput(folders.output()).withRows(rows(manifest, scoring, folders, console)));
      return ExitCode.DONE;
    }
    console.report(run);
    console.problem("The run was given up: " + manifest.failure());
    return ExitCode.TOO_MANY_DEAD_LETTERS;
  }

  /** The results stand also when this look at them fails. */
  private static List<String> rows(
      Manifest manifest, Scoring scoring, RunFolders folders, Console console) {
    try {
      return manifest.scored() == 0 ? List.of() : ScoredRows.of(manifest, scoring, folders).lines();
    } catch (IOException | RuntimeException | Error e) {
      console
          .err()
          .println("The results are whole, but rows of them can't be shown: " + Failures.line(e));
      Failures.trace(e, console);
      return List.of();
    }
  }
}
