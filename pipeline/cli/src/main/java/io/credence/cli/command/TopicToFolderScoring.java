package io.credence.cli.command;

import io.credence.problem.Problems;
import io.credence.cli.options.ScoreOptions;
import io.credence.cli.report.CountsReport;
import io.credence.jobs.runner.Runner;
import io.credence.jobs.runner.RunningJob;
import io.credence.jobs.scoring.ScoringJob;
import io.credence.jobs.sink.rolling.Counts;
import io.credence.jobs.sink.rolling.RollingSink;
import io.credence.jobs.source.topic.TopicSource;
import io.credence.kafka.TopicCheck;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult.State;

/** Scores a stream into a folder, until its end or until it is stopped. */
final class TopicToFolderScoring {

  private static final String RESUME = "started again, it goes on behind the messages in files";

  private final ReadyJob<TopicSource, RollingSink> job;
  private final Console console;

  private TopicToFolderScoring(ReadyJob<TopicSource, RollingSink> job, Console console) {
    this.job = job;
    this.console = console;
  }

  static ExitCode run(ScoreOptions options, Runner runner, Console console) {
    Checked<TopicSource, RollingSink> checked = TopicToFolderCheck.check(options, runner);
    ReadyJob<TopicSource, RollingSink> job = checked.job();
    if (job == null) {
      return console.refuse(checked.problems());
    }
    ScoreCommand.announce(job.model(), checked.notes(), options, runner, console);
    try {
      return new TopicToFolderScoring(job, console).run(options, runner, rewinds(options));
    } catch (IOException | RuntimeException | Error e) {
      Failures.report("The job failed: ", e, console);
      return ExitCode.JOB_FAILED;
    }
  }

  private ExitCode run(ScoreOptions options, Runner runner, boolean rewinds) throws IOException {
    console
        .err()
        .println(
            "Scoring %s with %s %s into %s, a file for each %s, for the consumer group %s; dead letters go to %s"
                .formatted(
                    job.source().topic(),
                    job.model().name(),
                    job.model().version(),
                    job.sink().checkpoint().folders().output(),
                    job.sink()
                        .window()
                        .toString()
                        .substring("PT".length())
                        .toLowerCase(Locale.ROOT),
                    job.source().group(),
                    job.sink().checkpoint().folders().deadLetters()));
    job.sink().checkpoint().begin(job.source().range().starts(), rewinds);
    Pipeline pipeline = Pipeline.create(options);
    new ScoringJob<>(job.source(), job.scoring(), job.sink()).addTo(pipeline);
    RunningJob running = runner.start(pipeline);
    State state = StreamWatch.await(running, console);
    if (runner.detached()) {
      return ScoreCommand.leave(options, console);
    }
    Optional<ExitCode> early =
        StreamEnd.early(state, running, !job.source().range().isBounded(), RESUME, console);
    return early.isPresent() ? early.get() : all();
  }

  /** Whether reading begins where it was asked to, and not behind what is in files. */
  private static boolean rewinds(ScoreOptions options) {
    return options.getStartAt() != null && !options.getStartAt().equals(TopicOptions.COMMITTED);
  }

  /** What the folder knows counts: a job that was stopped may end like one that is done. */
  private void requireAll() throws IOException {
    Problems problems = new Problems();
    TopicSource from = job.source();
    boolean over =
        new TopicCheck(from.clients(), problems::add)
            .isOver(
                "--input",
                from.topic(),
                from.group(),
                from.range(),
                job.sink().checkpoint().next());
    StreamEnd.requireAll(over, problems, RESUME, console);
  }

  private ExitCode all() throws IOException {
    requireAll();
    Counts counts = job.sink().checkpoint().counts();
    console.report(CountsReport.of(job.model(), counts.scored(), counts.deadLetters()));
    return ExitCode.DONE;
  }
}
