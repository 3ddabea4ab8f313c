package io.credence.pipeline.command;

import io.credence.pipeline.batch.BatchJob;
import io.credence.pipeline.batch.BatchPipeline;
import io.credence.pipeline.batch.Manifest;
import io.credence.pipeline.batch.OutputFolders;
import io.credence.pipeline.options.Arguments;
import io.credence.pipeline.options.ScoreOptions;
import io.credence.pipeline.parquet.ParquetInput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.io.FileSystems;
import org.jspecify.annotations.Nullable;

/** {@code credence score}: checks the request, runs the job and says how it went. */
public final class ScoreCommand implements Command {

  @Override
  public ExitCode run(List<String> arguments, Console console) {
    List<String> problems = new ArrayList<>();
    ScoreOptions options =
        Arguments.parse(ScoreOptions.class, RunnerDefaults.addTo(arguments), problems);
    RunnerDefaults.check(arguments, problems);
    if (options == null || !problems.isEmpty()) {
      console.problems(problems);
      return ExitCode.WRONG_REQUEST;
    }
    FileSystems.setDefaultPipelineOptions(options);
    ScorePreflight.Result checked = ScorePreflight.check(options);
    BatchJob job = checked.job();
    if (job == null) {
      console.problems(checked.problems());
      return ExitCode.WRONG_REQUEST;
    }
    try {
      return run(options, job, checked.inputs(), console);
    } catch (IOException | RuntimeException e) {
      Failures.report("The job failed: ", e, console);
      return ExitCode.JOB_FAILED;
    }
  }

  private static ExitCode run(
      ScoreOptions options, BatchJob job, List<ParquetInput> inputs, Console console)
      throws IOException {
    long start = System.nanoTime();
    runPipeline(options, job, inputs, console);
    double seconds = (System.nanoTime() - start) / 1e9;
    Manifest account = job.folders().account().orElseThrow();
    new RunReport(account, job, seconds).print(console);
    return account.complete() ? ExitCode.DONE : ExitCode.TOO_MANY_DEAD_LETTERS;
  }

  private static void runPipeline(
      ScoreOptions options, BatchJob job, List<ParquetInput> inputs, Console console)
      throws IOException {
    Pipeline pipeline = Pipeline.create(options);
    pipeline.apply("Score files", BatchPipeline.of(job, inputs));
    long total = inputs.stream().mapToLong(ParquetInput::rows).sum();
    PipelineResult.State state;
    try {
      state = Progress.run(pipeline, total, console).getState();
    } catch (RuntimeException | VirtualMachineError e) {
      discard(job.folders(), e);
      throw e;
    }
    requireDone(state, job.folders());
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
                : "The runner left the job as " + state + "; it may be at work still");
    if (over) {
      discard(folders, failure);
    }
    throw failure;
  }

  /** What failed is what must be told, even when there is no cleaning up after it. */
  private static void discard(OutputFolders folders, Throwable failure) {
    try {
      folders.discard();
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }
}
