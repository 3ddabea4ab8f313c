package io.credence.cli.command;

import io.credence.cli.options.AggregateOptions;
import io.credence.jobs.aggregation.AggregationJob;
import io.credence.jobs.runner.Runner;
import io.credence.jobs.runner.Work;
import io.credence.problem.Problems;
import io.credence.s3.S3Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code credence aggregate}: sums records up in groups, within each posterior draw. */
public final class AggregateCommand implements Command {

  static final String NAME = "aggregate";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "sums groups of records, with intervals";
  }

  @Override
  public String usage() {
    return "--model=FOLDER --input=FILES --keyField=COLUMN --sum=OUTPUT --by=COLUMN"
        + " --output=FOLDER";
  }

  @Override
  public Class<AggregateOptions> options() {
    return AggregateOptions.class;
  }

  @Override
  public Map<ExitCode, String> exitCodes() {
    return Map.of(
        ExitCode.DONE, "done",
        ExitCode.JOB_FAILED, "the job failed",
        ExitCode.WRONG_REQUEST, "the request is wrong",
        ExitCode.TOO_MANY_DEAD_LETTERS, "too many dead letters",
        ExitCode.GATE_NOT_MET, "a key is there twice");
  }

  @Override
  public ExitCode run(Request request, Console console) {
    Problems problems = request.problems();
    Runner runner = request.runner(Work.BATCH);
    AggregateOptions options =
        request.options(AggregateOptions.class, AggregateCommand::checkStores);
    if (options == null || !problems.isEmpty()) {
      return request.refuse(console);
    }
    List<String> notes = new ArrayList<>();
    List<List<String>> groupings = Groupings.of(request.arguments(), problems);
    AggregationJob job = new AggregateCheck(options, groupings, runner, problems, notes).job();
    if (job == null) {
      return console.refuse(problems);
    }
    return new JobRun(options, runner, console)
        .of(
            "credence-aggregate-" + job.aggregating().model().name(),
            notes,
            job::addTo,
            new FilesToFolderScoring(
                new ReadyJob<>(job.source(), job.scoring(), job.folder()),
                (account, seconds) -> AggregationEnd.report(account, job, seconds, console),
                console));
  }

  private static void checkStores(AggregateOptions options, Problems problems) {
    S3Store.check(
        options,
        problems,
        options.getModel(),
        options.getInput(),
        options.getOutput(),
        options.getDeadLetters());
  }
}
