package io.credence.cli.command;

import io.credence.beam.Evaluating;
import io.credence.cli.options.EvaluateOptions;
import io.credence.jobs.evaluation.EvaluationJob;
import io.credence.jobs.late.LateEvaluation;
import io.credence.jobs.runner.Runner;
import io.credence.jobs.runner.Work;
import io.credence.problem.Problems;
import io.credence.s3.S3Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
        ExitCode.GATE_NOT_MET,
            "a gate is not met, a served score is not what the model says, or a key is there"
                + " twice");
  }

  @Override
  public ExitCode run(Request request, Console console) {
    Problems problems = request.problems();
    Runner runner = request.runner(work(request));
    EvaluateOptions options = request.options(EvaluateOptions.class, EvaluateCommand::checkStores);
    if (options == null || !problems.isEmpty()) {
      return request.refuse(console);
    }
    return RunnerCheck.isTopic(options.getInput())
        ? evaluateStream(options, runner, problems, console)
        : evaluateFiles(options, runner, problems, console);
  }

  private static Work work(Request request) {
    boolean stream = RunnerCheck.isTopic(request.arguments().value("--input").orElse(null));
    return stream ? LateEvaluationCheck.WORK : Work.BATCH;
  }

  private static ExitCode evaluateFiles(
      EvaluateOptions options, Runner runner, Problems problems, Console console) {
    List<String> notes = new ArrayList<>();
    EvaluationJob job = new EvaluateCheck(options, runner, problems, notes).job();
    return job == null
        ? console.refuse(problems)
        : new JobRun(options, runner, console)
            .of(name(job.evaluating()), notes, job::addTo, new FilesEvaluation(job, console));
  }

  private static ExitCode evaluateStream(
      EvaluateOptions options, Runner runner, Problems problems, Console console) {
    List<String> notes = new ArrayList<>();
    LateEvaluation job = new LateEvaluationCheck(options, runner, problems, notes).job();
    return job == null
        ? console.refuse(problems)
        : new JobRun(options, runner, console)
            .of(
                name(job.evaluating()),
                notes,
                job::addTo,
                new StreamEvaluation(job, runner.restoresSavepoint(), console));
  }

  private static String name(Evaluating evaluating) {
    return "credence-evaluate-" + evaluating.model().name();
  }

  private static void checkStores(EvaluateOptions options, Problems problems) {
    S3Store.check(
        options,
        problems,
        options.getModel(),
        options.getInput(),
        options.getLabels(),
        options.getOutput(),
        options.getAgainst());
  }
}
