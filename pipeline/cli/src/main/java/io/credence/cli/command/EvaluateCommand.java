package io.credence.cli.command;

import io.credence.cli.options.EvaluateOptions;
import io.credence.cli.report.EvaluationReport;
import io.credence.cli.report.SubmissionReport;
import io.credence.jobs.evaluation.EvaluationDocument;
import io.credence.jobs.evaluation.EvaluationJob;
import io.credence.jobs.runner.Runner;
import io.credence.jobs.runner.Runners;
import io.credence.jobs.runner.Work;
import io.credence.problem.Problems;
import io.credence.s3.S3Store;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.ApplicationNameOptions;

/** {@code credence evaluate}: compares predictions with labels. */
public final class EvaluateCommand implements Command {

  static final String NAME = "evaluate";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "compares predictions with labels";
  }

  @Override
  public String usage() {
    return "--model=FOLDER --input=FILES --label=COLUMN --output=FOLDER [--option=value …]";
  }

  @Override
  public Class<EvaluateOptions> options() {
    return EvaluateOptions.class;
  }

  @Override
  public Map<ExitCode, String> exitCodes() {
    return Map.of(
        ExitCode.DONE, "done, and all gates of the model are met",
        ExitCode.JOB_FAILED, "the job failed",
        ExitCode.WRONG_REQUEST, "the request is wrong",
        ExitCode.GATE_NOT_MET, "a gate is not met, or a served score is not what the model says");
  }

  @Override
  public ExitCode run(Request request, Console console) {
    Problems problems = request.problems();
    Runner runner = Runners.of(request.arguments());
    runner.prepare(request.arguments(), Work.BATCH, problems);
    EvaluateOptions options = request.options(EvaluateOptions.class);
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
        options.getAgainst());
    if (!problems.isEmpty()) {
      return console.refuse(problems);
    }
    FileSystems.setDefaultPipelineOptions(options);
    List<String> notes = new ArrayList<>();
    EvaluationJob job = new EvaluateCheck(options, runner, problems, notes).job();
    if (job == null) {
      return console.refuse(problems);
    }
    options
        .as(ApplicationNameOptions.class)
        .setAppName("credence-evaluate-" + job.evaluating().model().name());
    notes.forEach(console.err()::println);
    runner.whereabouts(options).ifPresent(console.err()::println);
    try {
      return run(options, runner, job, console);
    } catch (IOException | RuntimeException | Error e) {
      Failures.report("The job failed: ", e, console);
      return ExitCode.JOB_FAILED;
    }
  }

  private static ExitCode run(
      EvaluateOptions options, Runner runner, EvaluationJob job, Console console)
      throws IOException {
    Pipeline pipeline = Pipeline.create(options);
    job.addTo(pipeline);
    PipelineResult.State state =
        Progress.await(runner.start(pipeline), job.source().rows(), console);
    if (runner.detached()) {
      console.report(new SubmissionReport(options.getJobName()));
      return ExitCode.DONE;
    }
    if (state != PipelineResult.State.DONE) {
      throw new IllegalStateException("The runner left the job as " + state);
    }
    EvaluationDocument document =
        job.files()
            .document()
            .orElseThrow(
                () ->
                    new IOException(
                        job.files().folder() + ": the job succeeded, but its result is not here"));
    console.report(new EvaluationReport(job.files().folder(), document));
    return document.passed() ? ExitCode.DONE : ExitCode.GATE_NOT_MET;
  }
}
