package io.credence.cli.command;

import io.credence.cli.report.SubmissionReport;
import io.credence.jobs.runner.Runner;
import io.credence.jobs.runner.RunningJob;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult.State;
import org.apache.beam.sdk.options.ApplicationNameOptions;
import org.apache.beam.sdk.options.PipelineOptions;

/** Runs a job that is checked, and reports how it went: alike for all kinds of jobs. */
final class JobRun {

  private final PipelineOptions options;
  private final Runner runner;
  private final Console console;

  JobRun(PipelineOptions options, Runner runner, Console console) {
    this.options = options;
    this.runner = runner;
    this.console = console;
  }

  /**
   * Runs a job.
   *
   * @param name what the job is called, unless a name is given
   * @param notes which are printed before it starts
   * @param job adds it to a pipeline
   */
  ExitCode of(String name, List<String> notes, Consumer<Pipeline> job, JobWay way) {
    options.as(ApplicationNameOptions.class).setAppName(name);
    notes.forEach(console.err()::println);
    runner.whereabouts(options).ifPresent(console.err()::println);
    try (way) {
      return run(job, way);
    } catch (IOException | RuntimeException | Error e) {
      Failures.report(way.failure(), e, console);
      return ExitCode.JOB_FAILED;
    }
  }

  private ExitCode run(Consumer<Pipeline> job, JobWay way) throws IOException {
    way.begin();
    Pipeline pipeline = Pipeline.create(options);
    job.accept(pipeline);
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
