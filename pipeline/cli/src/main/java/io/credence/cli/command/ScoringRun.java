package io.credence.cli.command;

import io.credence.cli.options.ScoreOptions;
import io.credence.cli.report.SubmissionReport;
import io.credence.jobs.runner.Runner;
import io.credence.jobs.runner.RunningJob;
import io.credence.jobs.scoring.ScoringJob;
import io.credence.jobs.scoring.Sink;
import io.credence.jobs.scoring.Source;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult.State;
import org.apache.beam.sdk.options.ApplicationNameOptions;

/** Runs a job that is checked, and reports how it went: alike for all ways of scoring. */
final class ScoringRun {

  private final ScoreOptions options;
  private final Runner runner;
  private final Console console;

  ScoringRun(ScoreOptions options, Runner runner, Console console) {
    this.options = options;
    this.runner = runner;
    this.console = console;
  }

  /**
   * Refuses a request, or runs its job.
   *
   * @param opened the way of a job
   */
  <E, R, S extends Source<E>, K extends Sink<E, R>> ExitCode of(
      Checked<S, K> checked, Function<ReadyJob<S, K>, ScoringWay> opened) {
    ReadyJob<S, K> job = checked.job();
    if (job == null) {
      return console.refuse(checked.problems());
    }
    announce(job.model().name(), checked.notes());
    ScoringWay way = opened.apply(job);
    try (way) {
      return run(new ScoringJob<>(job.source(), job.scoring(), job.sink()), way);
    } catch (IOException | RuntimeException | Error e) {
      Failures.report(way.failure(), e, console);
      return ExitCode.JOB_FAILED;
    }
  }

  /** Names a job after its model, unless a name is given, and prints its notes before it starts. */
  private void announce(String model, List<String> notes) {
    options.as(ApplicationNameOptions.class).setAppName("credence-" + model);
    notes.forEach(console.err()::println);
    runner.whereabouts(options).ifPresent(console.err()::println);
  }

  private ExitCode run(ScoringJob<?, ?> job, ScoringWay way) throws IOException {
    way.begin();
    Pipeline pipeline = Pipeline.create(options);
    job.addTo(pipeline);
    long start = System.nanoTime();
    RunningJob running = null;
    State state;
    try {
      running = runner.start(pipeline);
      state = way.await(running);
    } catch (RuntimeException | Error e) {
      way.failed(running, e);
      throw e;
    }
    if (runner.detached()) {
      console.report(new SubmissionReport(options.getJobName()));
      return ExitCode.DONE;
    }
    return way.end(state, running, (System.nanoTime() - start) / 1e9);
  }
}
