package io.credence.cli.command;

import io.credence.beam.ModelRef;
import io.credence.beam.store.Claim;
import io.credence.cli.options.Arguments;
import io.credence.cli.options.ScoreOptions;
import io.credence.jobs.batch.BatchJob;
import io.credence.jobs.batch.BatchPipeline;
import io.credence.jobs.batch.FailedRun;
import io.credence.jobs.batch.Manifest;
import io.credence.jobs.batch.OutputFolders;
import io.credence.jobs.batch.RunClaims;
import io.credence.jobs.runner.GivenArguments;
import io.credence.jobs.runner.Runner;
import io.credence.jobs.runner.Runners;
import io.credence.jobs.runner.RunningJob;
import io.credence.parquet.ParquetInput;
import io.credence.s3.S3Store;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.ApplicationNameOptions;
import org.jspecify.annotations.Nullable;

/** {@code credence score}: checks the request, runs the job and says how it went. */
public final class ScoreCommand implements Command {

  @Override
  public ExitCode run(List<String> arguments, Console console) {
    List<String> problems = new ArrayList<>();
    GivenArguments given = new GivenArguments(arguments);
    StoreArguments.prepare(given, problems);
    Runner runner = Runners.of(given);
    runner.prepare(given, RunnerCheck.work(given), problems);
    ScoreOptions options = Arguments.parse(ScoreOptions.class, given.all(), problems);
    NativeLibraries.load(problems);
    if (options == null || !problems.isEmpty()) {
      console.problems(problems);
      return ExitCode.WRONG_REQUEST;
    }
    S3Store.check(
        options,
        problems,
        options.getModel(),
        options.getInput(),
        options.getOutput(),
        options.getDeadLetters(),
        runner.savepoint(options));
    if (RunnerCheck.isTopic(options.getInput()) || RunnerCheck.isTopic(options.getOutput())) {
      DeadLetterColumns.refuseForTopics(options, problems);
    }
    if (!problems.isEmpty()) {
      console.problems(problems);
      return ExitCode.WRONG_REQUEST;
    }
    FileSystems.setDefaultPipelineOptions(options);
    if (RunnerCheck.isTopic(options.getInput())) {
      return RunnerCheck.isTopic(options.getOutput())
          ? StreamScoring.run(options, runner, console)
          : WindowScoring.run(options, runner, console);
    }
    return RunnerCheck.isTopic(options.getOutput())
        ? ExportScoring.run(options, runner, console)
        : scoreFiles(options, runner, console);
  }

  private static ExitCode scoreFiles(ScoreOptions options, Runner runner, Console console) {
    ScorePreflight.Result checked = ScorePreflight.check(options, runner);
    BatchJob job = checked.job();
    if (job == null) {
      console.problems(checked.problems());
      return ExitCode.WRONG_REQUEST;
    }
    announce(job.model(), checked.notes(), options, runner, console);
    try {
      return run(options, runner, job, checked.inputs(), console);
    } catch (IOException | RuntimeException | Error e) {
      Failures.report("The job failed: ", e, console);
      return ExitCode.JOB_FAILED;
    }
  }

  /** Names a job after its model, unless a name is given, and prints its notes before it starts. */
  static void announce(
      ModelRef model, List<String> notes, ScoreOptions options, Runner runner, Console console) {
    options.as(ApplicationNameOptions.class).setAppName("credence-" + model.name());
    notes.forEach(console.err()::println);
    runner.whereabouts(options).ifPresent(console.err()::println);
  }

  private static ExitCode run(
      ScoreOptions options, Runner runner, BatchJob job, List<ParquetInput> inputs, Console console)
      throws IOException {
    long start = System.nanoTime();
    Optional<Claim> here = new RunClaims(job.folders()).presence();
    try {
      Pipeline pipeline = Pipeline.create(options);
      pipeline.apply("Score files", BatchPipeline.of(job, inputs));
      long records = inputs.stream().mapToLong(ParquetInput::rows).sum();
      PipelineResult.State state = run(runner, pipeline, job.folders(), records, console);
      if (runner.detached()) {
        return ExitCode.DONE;
      }
      requireDone(state, job.folders());
    } finally {
      if (here.isPresent()) {
        here.get().close();
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    Manifest account = account(job.folders());
    new RunReport(account, job, seconds).print(console);
    return account.complete() ? ExitCode.DONE : ExitCode.TOO_MANY_DEAD_LETTERS;
  }

  private static PipelineResult.State run(
      Runner runner, Pipeline pipeline, OutputFolders folders, long records, Console console)
      throws IOException {
    RunningJob job = null;
    try {
      job = runner.start(pipeline);
      return Progress.await(job, records, console);
    } catch (RuntimeException | Error e) {
      if (job != null && !job.isOver()) {
        throw new IOException(
            "its state can no longer be read, and it may still be running: " + Failures.line(e), e);
      }
      discard(folders, e);
      throw e;
    }
  }

  private static Manifest account(OutputFolders folders) throws IOException {
    return folders
        .account()
        .orElseThrow(
            () ->
                new IOException(
                    folders.manifest()
                        + ": the job succeeded, but its counters can't be read here"));
  }

  /** A job that was let go may be at work still, and needs its files. */
  static void requireDone(PipelineResult.@Nullable State state, OutputFolders folders) {
    if (state == PipelineResult.State.DONE) {
      return;
    }
    boolean over = state == PipelineResult.State.FAILED || state == PipelineResult.State.CANCELLED;
    IllegalStateException failure =
        new IllegalStateException(
            over
                ? "The runner ended the job as " + state
                : "The runner left the job as " + state + "; it may still be running");
    if (over) {
      discard(folders, failure);
    }
    throw failure;
  }

  /** The first failure is the one to report, even when cleaning up after it fails too. */
  private static void discard(OutputFolders folders, Throwable failure) {
    try {
      new FailedRun(folders).discard();
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }
}
