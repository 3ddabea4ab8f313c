package io.credence.cli.command;

import io.credence.problem.Problems;
import io.credence.cli.options.ScoreOptions;
import io.credence.cli.report.CountsReport;
import io.credence.cli.report.RunReport;
import io.credence.jobs.runner.Runner;
import io.credence.jobs.runner.RunningJob;
import io.credence.jobs.scoring.ScoringJob;
import io.credence.jobs.sink.topic.TopicSink;
import io.credence.jobs.source.topic.TopicSource;
import io.credence.kafka.Message;
import io.credence.kafka.TopicCheck;
import java.util.Locale;
import java.util.Optional;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult.State;
import org.jspecify.annotations.Nullable;

/** Scores a stream, until its end or until it is stopped. */
final class TopicToTopicScoring {

  private static final String RESUME =
      "started again, it goes on from what the group has committed";

  private final ReadyJob<TopicSource, TopicSink<Message>> job;
  private final Console console;

  private TopicToTopicScoring(ReadyJob<TopicSource, TopicSink<Message>> job, Console console) {
    this.job = job;
    this.console = console;
  }

  static ExitCode run(ScoreOptions options, Runner runner, Console console) {
    Checked<TopicSource, TopicSink<Message>> checked = TopicToTopicCheck.check(options, runner);
    ReadyJob<TopicSource, TopicSink<Message>> job = checked.job();
    if (job == null) {
      return console.refuse(checked.problems());
    }
    ScoreCommand.announce(job.model(), checked.notes(), options, runner, console);
    return new TopicToTopicScoring(job, console).run(options, runner);
  }

  private ExitCode run(ScoreOptions options, Runner runner) {
    console
        .err()
        .println(
            "Scoring %s with %s %s into %s, %s, for the consumer group %s; dead letters go to %s"
                .formatted(
                    job.source().topic(),
                    job.model().name(),
                    job.model().version(),
                    job.sink().output(),
                    job.sink().delivery(),
                    job.source().group(),
                    job.sink().deadLetters()));
    try {
      if (!runner.restoresSavepoint()) {
        begin(options.getStartAt());
      }
      Pipeline pipeline = Pipeline.create(options);
      new ScoringJob<>(job.source(), job.scoring(), job.sink()).addTo(pipeline);
      long start = System.nanoTime();
      RunningJob running = runner.start(pipeline);
      State state = StreamWatch.await(running, console);
      if (runner.detached()) {
        return ScoreCommand.leave(options, console);
      }
      Optional<ExitCode> early =
          StreamEnd.early(state, running, !job.source().range().isBounded(), RESUME, console);
      if (early.isPresent()) {
        return early.get();
      }
      requireAll();
      report(running, (System.nanoTime() - start) / 1e9);
      return ExitCode.DONE;
    } catch (RuntimeException | Error e) {
      Failures.report("The job failed: ", e, console);
      return ExitCode.JOB_FAILED;
    }
  }

  /**
   * What the group has committed is where it stands, also when the job is started anew before it
   * has committed anything itself. An asked-for start sets it back, or on.
   */
  private void begin(@Nullable String startAt) {
    boolean anew = startAt != null && !startAt.equals(TopicOptions.COMMITTED);
    Problems problems = new Problems();
    new TopicCheck(job.source().clients(), problems::add)
        .begin("--input", job.source().topic(), job.source().group(), job.source().range(), anew);
    StreamEnd.require(problems);
  }

  private void requireAll() {
    Problems problems = new Problems();
    boolean complete =
        new TopicCheck(job.source().clients(), problems::add)
            .isOver("--input", job.source().topic(), job.source().group(), job.source().range());
    StreamEnd.requireAll(complete, problems, RESUME, console);
  }

  private void report(RunningJob running, double seconds) {
    CountsReport counts = CountsReport.of(job.model(), running.counters());
    console.report(
        RunReport.of(counts, seconds)
            .withOutput(job.sink().output().toString())
            .withDeadLettersIn(job.sink().deadLetters().toString()));
    if (counts.read() != job.source().range().size()) {
      console
          .err()
          .println(
              String.format(
                  Locale.ROOT,
                  "There were %,d offsets: marks of transactions have one too, and what was read before a restart is not counted",
                  job.source().range().size()));
    }
  }
}
