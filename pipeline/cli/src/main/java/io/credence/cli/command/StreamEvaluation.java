package io.credence.cli.command;

import static io.credence.cli.command.ExitCode.DONE;

import io.credence.cli.report.EvaluationReport;
import io.credence.jobs.evaluation.EvaluationDocument;
import io.credence.jobs.evaluation.EvaluationFiles;
import io.credence.jobs.late.FiguresFolder;
import io.credence.jobs.late.LateEvaluation;
import io.credence.jobs.runner.RunningJob;
import io.credence.jobs.source.topic.TopicSource;
import io.credence.kafka.TopicCheck;
import io.credence.problem.Problems;
import java.io.IOException;
import java.util.Optional;
import org.apache.beam.sdk.PipelineResult.State;

/** Evaluates a stream, until its end or until it is stopped. */
final class StreamEvaluation implements JobWay {

  private static final String PREDICTIONS = "--input";
  private static final String RESUME =
      "started again with the same --startAt, it comes to the same figures where nothing waited"
          + " longer than --labelWait and --predictionWait, in this run or that one";

  private final LateEvaluation job;
  private final boolean restored;
  private final Console console;

  /**
   * @param restored whether it goes on from a savepoint
   */
  StreamEvaluation(LateEvaluation job, boolean restored, Console console) {
    this.job = job;
    this.restored = restored;
    this.console = console;
  }

  @Override
  public void begin() throws IOException {
    console
        .err()
        .println(
            "Evaluating %s by the labels of %s with %s %s into %s, for the consumer group %s"
                .formatted(
                    predictions().topic(),
                    labels().topic(),
                    job.evaluating().model().name(),
                    job.evaluating().model().version(),
                    job.sink().place(),
                    predictions().group()));
    if (!restored) {
      if (job.sink() instanceof FiguresFolder folder) {
        folder.files().clear();
      }
      Problems problems = new Problems();
      TopicCheck check = new TopicCheck(predictions().clients(), problems::add);
      begin(check, PREDICTIONS, predictions());
      begin(check, LabelFilesCheck.OPTION, labels());
      StreamEnd.require(problems);
    }
  }

  private static void begin(TopicCheck check, String option, TopicSource source) {
    check.begin(option, source.topic(), source.group(), source.range(), true);
  }

  private TopicSource predictions() {
    return job.predictions().source();
  }

  private TopicSource labels() {
    return job.labels().source();
  }

  @Override
  public State await(RunningJob running) {
    return StreamWatch.await(running, console);
  }

  @Override
  public ExitCode end(State state, RunningJob running, double seconds) throws IOException {
    boolean endless = !predictions().range().isBounded();
    Optional<ExitCode> early = StreamEnd.early(state, running, endless, RESUME, console);
    if (early.isPresent()) {
      return early.get();
    }
    Problems problems = new Problems();
    TopicCheck check = new TopicCheck(predictions().clients(), problems::add);
    boolean over =
        isOver(check, PREDICTIONS, predictions())
            && isOver(check, LabelFilesCheck.OPTION, labels());
    StreamEnd.requireAll(over, problems, RESUME, console);
    return job.sink() instanceof FiguresFolder folder ? report(folder.files()) : DONE;
  }

  private ExitCode report(EvaluationFiles files) throws IOException {
    EvaluationDocument document =
        files
            .document()
            .orElseThrow(
                () ->
                    new IOException(files.folder() + ": has no figures, as there was no message"));
    console.report(new EvaluationReport(files.folder(), document));
    return document.passed() ? DONE : ExitCode.GATE_NOT_MET;
  }

  private static boolean isOver(TopicCheck check, String option, TopicSource source) {
    return check.isOver(option, source.topic(), source.group(), source.range());
  }
}
