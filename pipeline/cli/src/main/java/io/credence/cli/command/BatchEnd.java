package io.credence.cli.command;

import io.credence.beam.Canary;
import io.credence.beam.Scoring;
import io.credence.cli.report.ChallengerReport;
import io.credence.cli.report.CountsReport;
import io.credence.cli.report.RunReport;
import io.credence.cli.report.ShadowReport;
import io.credence.jobs.sink.folder.Manifest;
import io.credence.jobs.sink.folder.RunFolders;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says how a batch went that came to its end: some of its results, and the counts. */
final class BatchEnd {

  private BatchEnd() {}

  /**
   * Reports.
   *
   * @param shadow what a challenger said; null when there is none, or the run was given up
   */
  static ExitCode report(
      Manifest manifest,
      @Nullable ShadowReport shadow,
      Scoring scoring,
      RunFolders folders,
      double seconds,
      Console console) {
    CountsReport counts =
        CountsReport.of(scoring.model(), manifest.scored(), manifest.deadLetters().byCode())
            .with(challenger(manifest, scoring))
            .with(shadow);
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

  private static @Nullable ChallengerReport challenger(Manifest manifest, Scoring scoring) {
    Manifest.RolloutEntry rollout = manifest.rollout();
    Canary canary = scoring.canary();
    return rollout == null || canary == null
        ? null
        : ChallengerReport.of(canary.challenger(), rollout.scored(), rollout.deadLetters());
  }

  private static List<String> rows(
      Manifest manifest, Scoring scoring, RunFolders folders, Console console) {
    return manifest.scored() == 0
        ? List.of()
        : ShownRows.of(() -> ScoredRows.of(manifest, scoring, folders).lines(), console);
  }
}
