package io.credence.cli.command;

import io.credence.jobs.scoring.ScoringJob;
import io.credence.jobs.scoring.Sink;
import io.credence.jobs.scoring.Source;
import java.util.function.Function;

/** Refuses a request to score, or runs its job: alike for all ways of scoring. */
record ScoringRun(JobRun run, Console console) {

  /**
   * Refuses, or runs.
   *
   * @param opened the way of a job
   */
  <E, R, S extends Source<E>, K extends Sink<E, R>> ExitCode of(
      Checked<S, K> checked, Function<ReadyJob<S, K>, JobWay> opened) {
    ReadyJob<S, K> job = checked.job();
    if (job == null) {
      return console.refuse(checked.problems());
    }
    ScoringJob<E, R> scoring = new ScoringJob<>(job.source(), job.scoring(), job.sink());
    return run.of(
        "credence-" + job.model().name(), checked.notes(), scoring::addTo, opened.apply(job));
  }
}
