package io.credence.cli.command;

import io.credence.cli.report.CountsReport;
import io.credence.cli.report.RunReport;
import io.credence.jobs.runner.RunningJob;
import io.credence.jobs.sink.topic.TopicSink;
import io.credence.jobs.source.topic.TopicSource;
import io.credence.kafka.Message;
import io.credence.kafka.TopicCheck;
import io.credence.problem.Problems;
import java.util.Locale;

/** Scores a stream into another. */
final class TopicToTopicScoring extends TopicScoring<TopicSink<Message>> {

  private final boolean anew;
  private final boolean restored;

  /**
   * @param anew whether reading begins where it was asked to, and not at what the group has
   *     committed
   * @param restored whether it begins where a savepoint says
   */
  TopicToTopicScoring(
      ReadyJob<TopicSource, TopicSink<Message>> job,
      boolean anew,
      boolean restored,
      Console console) {
    super(job, "started again, it goes on from what the group has committed", console);
    this.anew = anew;
    this.restored = restored;
  }

  @Override
  public void begin() {
    console()
        .err()
        .println(
            "Scoring %s with %s %s into %s, %s, for the consumer group %s; dead letters go to %s"
                .formatted(
                    job().source().topic(),
                    job().model().name(),
                    job().model().version(),
                    job().sink().output(),
                    job().sink().delivery(),
                    job().source().group(),
                    job().sink().deadLetters()));
    if (!restored) {
      commitStart();
    }
  }

  /**
   * What the group has committed is where it stands, also when the job is started anew before it
   * has committed anything itself. An asked-for start sets it back, or on.
   */
  private void commitStart() {
    TopicSource from = job().source();
    Problems problems = new Problems();
    new TopicCheck(from.clients(), problems::add)
        .begin("--input", from.topic(), from.group(), from.range(), anew);
    StreamEnd.require(problems);
  }

  @Override
  boolean isOver(TopicCheck check) {
    TopicSource from = job().source();
    return check.isOver("--input", from.topic(), from.group(), from.range());
  }

  @Override
  void report(RunningJob running, double seconds) {
    CountsReport counts = CountsReport.of(job().scoring(), running.counters());
    console()
        .report(
            RunReport.of(counts, seconds)
                .withOutput(job().sink().output().toString())
                .withDeadLettersIn(job().sink().deadLetters().toString()));
    long offsets = job().source().range().size();
    if (counts.read() != offsets) {
      console()
          .err()
          .println(
              String.format(
                  Locale.ROOT,
                  "There were %,d offsets: marks of transactions have one too, and what was read before a restart is not counted",
                  offsets));
    }
  }
}
