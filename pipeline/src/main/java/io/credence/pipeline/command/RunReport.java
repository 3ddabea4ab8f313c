package io.credence.pipeline.command;

import io.credence.pipeline.batch.BatchJob;
import io.credence.pipeline.batch.Manifest;
import java.io.IOException;
import java.io.PrintStream;
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
    PrintStream out = console.out();
    if (manifest.scored() > 0 && manifest.complete()) {
      printRows(console);
    }
    line(out, "model", job.model().name() + " " + job.model().version());
    line(out, "read", records(manifest.read()));
    line(out, "scored", records(manifest.scored()));
    line(out, "dead letters", records(manifest.deadLetters().total()));
    manifest.deadLetters().byCode().forEach((code, n) -> line(out, "  " + code, records(n)));
    line(out, "seconds", String.format(Locale.ROOT, "%.1f", seconds));
    line(out, "records/s", String.format(Locale.ROOT, "%,.0f", manifest.read() / seconds));
    if (manifest.complete()) {
      line(out, "output", job.folders().output());
    }
    if (manifest.deadLetters().total() > 0) {
      line(out, "dead letters in", job.folders().deadLetters(!manifest.complete()));
    }
    if (manifest.failure() != null) {
      console.err().println("The run was given up: " + manifest.failure());
    }
  }

  /** The results stand, whatever becomes of this look at them. */
  private void printRows(Console console) {
    try {
      console.out().print(ScoredRows.of(manifest, job).table());
      console.out().println();
    } catch (IOException | RuntimeException e) {
      Failures.report("The results are whole, but rows of them can't be shown: ", e, console);
    }
  }

  private static String records(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  private static void line(PrintStream out, String name, String value) {
    out.printf(Locale.ROOT, "%-26s %s%n", name, value);
  }
}
