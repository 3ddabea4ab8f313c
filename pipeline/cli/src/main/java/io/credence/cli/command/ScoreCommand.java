package io.credence.cli.command;

import io.credence.problem.Problems;
import io.credence.beam.ModelRef;
import io.credence.beam.store.Claim;
import io.credence.cli.options.ScoreOptions;
import io.credence.cli.report.SubmissionReport;
import io.credence.jobs.runner.Runner;
import io.credence.jobs.runner.Runners;
import io.credence.jobs.runner.RunningJob;
import io.credence.jobs.scoring.ScoringJob;
import io.credence.jobs.sink.folder.FailedRun;
import io.credence.jobs.sink.folder.FolderSink;
import io.credence.jobs.sink.folder.Manifest;
import io.credence.jobs.sink.folder.OutputFolders;
import io.credence.jobs.sink.folder.RunClaims;
import io.credence.jobs.source.files.FilesSource;
import io.credence.s3.S3Store;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.ApplicationNameOptions;
import org.jspecify.annotations.Nullable;

/** {@code credence score}: checks the request, runs the job and says how it went. */
public final class ScoreCommand implements Command {

  @Override
  public String name() {
    return "score";
  }

  @Override
  public String summary() {
    return "scores records";
  }

  @Override
  public String usage() {
    return "--model=FOLDER --input=FILES --output=FOLDER [--option=value …]";
  }

  @Override
  public Class<ScoreOptions> options() {
    return ScoreOptions.class;
  }

  @Override
  public List<String> remarks() {
    return List.of(
        "Options of Beam and of its runners work beside these, such as",
        "--targetParallelism=4 for the number of threads on one machine, or",
        "--flinkMaster=HOST:PORT --parallelism=16 for a Flink cluster.",
        "CREDENCE_JAVA_OPTS holds options for Java, such as -Xmx4g, or",
        "-Dcredence.debug=true for the stack trace of a failure.");
  }

  @Override
  public Map<ExitCode, String> exitCodes() {
    return Map.of(
        ExitCode.DONE, "done",
        ExitCode.JOB_FAILED, "the job failed",
        ExitCode.WRONG_REQUEST, "the request is wrong",
        ExitCode.TOO_MANY_DEAD_LETTERS, "too many dead letters");
  }

  @Override
  public ExitCode run(Request request, Console console) {
    Problems problems = request.problems();
    Runner runner = Runners.of(request.arguments());
    runner.prepare(request.arguments(), RunnerCheck.work(request.arguments()), problems);
    ScoreOptions options = request.options(ScoreOptions.class);
    NativeLibraries.load(problems);
    if (options == null || !problems.isEmpty()) {
      return console.refuse(problems);
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
      return console.refuse(problems);
    }
    FileSystems.setDefaultPipelineOptions(options);
    if (RunnerCheck.isTopic(options.getInput())) {
      return RunnerCheck.isTopic(options.getOutput())
          ? TopicToTopicScoring.run(options, runner, console)
          : TopicToFolderScoring.run(options, runner, console);
    }
    return RunnerCheck.isTopic(options.getOutput())
        ? FilesToTopicScoring.run(options, runner, console)
        : scoreFiles(options, runner, console);
  }

  private static ExitCode scoreFiles(ScoreOptions options, Runner runner, Console console) {
    Checked<FilesSource, FolderSink> checked = FilesToFolderCheck.check(options, runner);
    ReadyJob<FilesSource, FolderSink> job = checked.job();
    if (job == null) {
      return console.refuse(checked.problems());
    }
    announce(job.model(), checked.notes(), options, runner, console);
    try {
      return run(options, runner, job, console);
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
      ScoreOptions options, Runner runner, ReadyJob<FilesSource, FolderSink> job, Console console)
      throws IOException {
    long start = System.nanoTime();
    OutputFolders folders = job.sink().folders();
    Optional<Claim> here = new RunClaims(folders).presence();
    try {
      Pipeline pipeline = Pipeline.create(options);
      new ScoringJob<>(job.source(), job.scoring(), job.sink()).addTo(pipeline);
      PipelineResult.State state = run(runner, pipeline, folders, job.source().rows(), console);
      if (runner.detached()) {
        return leave(options, console);
      }
      requireDone(state, folders);
    } finally {
      if (here.isPresent()) {
        here.get().close();
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    Manifest account = account(folders);
    return BatchEnd.report(account, job.scoring(), folders, seconds, console);
  }

  /** Leaves a job to its cluster. */
  static ExitCode leave(ScoreOptions options, Console console) {
    console.report(new SubmissionReport(options.getJobName()));
    return ExitCode.DONE;
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
