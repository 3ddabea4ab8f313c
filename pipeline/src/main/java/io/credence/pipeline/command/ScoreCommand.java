package io.credence.pipeline.command;

import io.credence.pipeline.batch.BatchJob;
import io.credence.pipeline.batch.BatchPipeline;
import io.credence.pipeline.batch.Manifest;
import io.credence.pipeline.options.Arguments;
import io.credence.pipeline.options.ScoreOptions;
import io.credence.pipeline.parquet.ParquetInput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.ResourceId;

/** {@code credence score}: checks the request, runs the job and says how it went. */
public final class ScoreCommand implements Command {

  @Override
  public ExitCode run(List<String> arguments, Console console) {
    List<String> problems = new ArrayList<>();
    ScoreOptions options =
        Arguments.parse(ScoreOptions.class, RunnerDefaults.addTo(arguments), problems);
    if (options == null) {
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
    if (options.getOverwrite()) {
      job.folders().contents().deleteOwn();
    }
    long start = System.nanoTime();
    runPipeline(options, job, inputs, console);
    double seconds = (System.nanoTime() - start) / 1e9;
    ResourceId failure = job.folders().failure();
    if (exists(failure)) {
      new RunReport(Manifest.read(failure), job, seconds).print(console);
      return ExitCode.TOO_MANY_DEAD_LETTERS;
    }
    Manifest manifest = Manifest.read(job.folders().manifest());
    new RunReport(manifest, job, seconds).print(console);
    return ExitCode.DONE;
  }

  private static void runPipeline(
      ScoreOptions options, BatchJob job, List<ParquetInput> inputs, Console console)
      throws IOException {
    Pipeline pipeline = Pipeline.create(options);
    pipeline.apply("Score files", BatchPipeline.of(job, inputs));
    long total = inputs.stream().mapToLong(ParquetInput::rows).sum();
    boolean done = false;
    try {
      PipelineResult result = Progress.run(pipeline, total, console);
      done = result.getState() == PipelineResult.State.DONE;
      if (!done) {
        throw new IllegalStateException("The runner ended the job as " + result.getState());
      }
    } finally {
      if (!done) {
        job.folders().deleteTemporary();
      }
    }
  }

  private static boolean exists(ResourceId file) throws IOException {
    return !FileSystems.match(file.toString(), EmptyMatchTreatment.ALLOW).metadata().isEmpty();
  }
}
