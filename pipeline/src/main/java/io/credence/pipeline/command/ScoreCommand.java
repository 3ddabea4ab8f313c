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
      console.err().println("The job failed: " + Failures.line(e));
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
    try {
      PipelineResult result = Progress.run(pipeline, total, console);
      if (result.getState() != PipelineResult.State.DONE) {
        throw new IllegalStateException("The runner ended the job as " + result.getState());
      }
    } catch (RuntimeException e) {
      discard(job.folders(), e);
      throw e;
    }
  }

  /** What failed is what must be told, even when there is no cleaning up after it. */
  private static void discard(OutputFolders folders, RuntimeException failure) {
    try {
      folders.discard();
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }
}
