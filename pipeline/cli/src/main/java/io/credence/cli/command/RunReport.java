package io.credence.cli.command;

import io.credence.jobs.batch.BatchJob;
import io.credence.jobs.batch.Manifest;
import java.io.IOException;
import java.util.Locale;

/** Says how a run went: some of its results, and the counts. */
final class RunReport {

  private final Manifest manifest;
  private final BatchJob job;
  private final double seconds;

  RunReport(Manifest manifest, BatchJob job, double seconds) {
    this.manifest = manifest;
    this.job = job;
    this.seconds = seconds;
  }

  void print(Console console) {
    Printer out = console.out();
    if (manifest.scored() > 0 && manifest.complete()) {
      printRows(console);
    }
    new CountsReport(job.model(), manifest.scored(), manifest.deadLetters().byCode()).print(out);
    CountsReport.line(out, "seconds", String.format(Locale.ROOT, "%.1f", seconds));
    CountsReport.line(
        out, "records/s", String.format(Locale.ROOT, "%,.0f", manifest.read() / seconds));
    if (manifest.complete()) {
      CountsReport.line(out, "output", job.folders().output());
    }
    if (manifest.deadLetters().total() > 0) {
      CountsReport.line(out, "dead letters in", job.folders().deadLetters(!manifest.complete()));
    }
    if (manifest.failure() != null) {
      console.err().println("The run was given up: " + manifest.failure());
    }
  }

  /** The results stand also when this look at them fails. */
  private void printRows(Console console) {
    try {
      ScoredRows.of(manifest, job).lines().forEach(console.out()::println);
      console.out().println();
    } catch (IOException | RuntimeException | Error e) {
      Failures.report("The results are whole, but rows of them can't be shown: ", e, console);
    }
  }
}
