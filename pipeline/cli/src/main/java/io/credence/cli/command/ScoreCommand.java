package io.credence.cli.command;

import io.credence.cli.options.ScoreOptions;
import io.credence.jobs.runner.Runner;
import io.credence.problem.Problems;
import io.credence.s3.S3Store;
import java.util.List;
import java.util.Map;

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
    Runner runner = request.runner(RunnerCheck.work(request.arguments()));
    ScoreOptions options =
        request.options(ScoreOptions.class, (given, problems) -> check(given, runner, problems));
    return options == null || !request.problems().isEmpty()
        ? request.refuse(console)
        : score(options, runner, console);
  }

  private static void check(ScoreOptions options, Runner runner, Problems problems) {
    S3Store.check(
        options,
        problems,
        options.getModel(),
        options.getInput(),
        options.getOutput(),
        options.getDeadLetters(),
        options.getShadowOutput(),
        runner.savepoint(options));
    if (RunnerCheck.isTopic(options.getInput()) || RunnerCheck.isTopic(options.getOutput())) {
      DeadLetterColumns.refuseForTopics(options, problems);
    }
  }

  private static ExitCode score(ScoreOptions options, Runner runner, Console console) {
    ScoringRun run = new ScoringRun(new JobRun(options, runner, console), console);
    boolean toTopic = RunnerCheck.isTopic(options.getOutput());
    boolean anew = TopicOptions.beginsAnew(options.getStartAt());
    if (RunnerCheck.isTopic(options.getInput())) {
      return toTopic
          ? run.of(
              TopicToTopicCheck.check(options, runner),
              job -> new TopicToTopicScoring(job, anew, runner.restoresSavepoint(), console))
          : run.of(
              TopicToFolderCheck.check(options, runner),
              job -> new TopicToFolderScoring(job, anew, console));
    }
    return toTopic
        ? run.of(
            FilesToTopicCheck.check(options, runner),
            job -> new FilesToTopicScoring(job, options.getMaxDeadLetterShare(), console))
        : run.of(
            FilesToFolderCheck.check(options, runner),
            job -> new FilesToFolderScoring(job, console));
  }
}
