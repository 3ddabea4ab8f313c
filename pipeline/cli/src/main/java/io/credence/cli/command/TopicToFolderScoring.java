package io.credence.cli.command;

import io.credence.cli.report.CountsReport;
import io.credence.jobs.runner.RunningJob;
import io.credence.jobs.sink.rolling.Counts;
import io.credence.jobs.sink.rolling.FolderCheckpoint;
import io.credence.jobs.sink.rolling.RollingFolders;
import io.credence.jobs.sink.rolling.RollingSink;
import io.credence.jobs.source.topic.TopicSource;
import io.credence.kafka.TopicCheck;
import java.io.IOException;
import java.util.Locale;

/** Scores a stream into a folder, which knows how far it is. */
final class TopicToFolderScoring extends TopicScoring<RollingSink> {

  private final boolean anew;
  private final FolderCheckpoint checkpoint;

  /**
   * @param anew whether reading begins where it was asked to, and not behind what is in files
   */
  TopicToFolderScoring(ReadyJob<TopicSource, RollingSink> job, boolean anew, Console console) {
    super(job, "started again, it goes on behind the messages in files", console);
    this.anew = anew;
    this.checkpoint = job.sink().checkpoint();
  }

  @Override
  public void begin() throws IOException {
    TopicSource source = job().source();
    RollingFolders folders = checkpoint.folders();
    String window = job().sink().window().toString().substring("PT".length());
    console()
        .err()
        .println(
            "Scoring %s with %s %s into %s, a file for each %s, for the consumer group %s; dead letters go to %s"
                .formatted(
                    source.topic(),
                    job().model().name(),
                    job().model().version(),
                    folders.output(),
                    window.toLowerCase(Locale.ROOT),
                    source.group(),
                    folders.deadLetters()));
    checkpoint.begin(source.range().starts(), anew);
  }

  @Override
  boolean isOver(TopicCheck check) throws IOException {
    TopicSource from = job().source();
    return check.isOver("--input", from.topic(), from.group(), from.range(), checkpoint.next());
  }

  @Override
  void report(RunningJob running, double seconds) throws IOException {
    Counts counts = checkpoint.counts();
    console().report(CountsReport.of(job().model(), counts.scored(), counts.deadLetters()));
  }
}
