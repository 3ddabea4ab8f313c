package io.credence.cli.command;

import io.credence.cli.report.AggregationReport;
import io.credence.cli.report.CountsReport;
import io.credence.cli.report.RunReport;
import io.credence.jobs.aggregation.AggregationJob;
import io.credence.jobs.sink.folder.Manifest;
import io.credence.jobs.sink.folder.Manifest.DuplicateKeys;
import io.credence.jobs.sink.folder.RunFolders;

/** Says how totals came out: some of them, the counts, and keys that are there twice. */
final class AggregationEnd {

  private AggregationEnd() {}

  static ExitCode report(Manifest account, AggregationJob job, double seconds, Console console) {
    RunFolders folders = job.folder().folders();
    DuplicateKeys duplicates = account.duplicateKeys();
    CountsReport counts =
        CountsReport.of(
            job.aggregating().model(), account.scored(), account.deadLetters().byCode());
    RunReport run =
        RunReport.of(counts, seconds).withDeadLettersIn(folders.deadLetters(!account.complete()));
    if (account.complete()) {
      run =
          run.withOutput(folders.output())
              .withRows(ShownRows.of(() -> TotalRows.of(account, job).lines(), console));
    }
    console.report(
        new AggregationReport(
            run,
            account.outputs().stream().mapToLong(Manifest.FileEntry::records).sum(),
            duplicates));
    if (account.complete()) {
      return ExitCode.DONE;
    }
    console.problem("The run was given up: " + account.failure());
    return duplicates == null ? ExitCode.TOO_MANY_DEAD_LETTERS : ExitCode.GATE_NOT_MET;
  }
}
