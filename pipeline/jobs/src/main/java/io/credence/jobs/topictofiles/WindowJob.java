package io.credence.jobs.topictofiles;

import io.credence.beam.ModelRef;
import io.credence.beam.Scoring;
import io.credence.kafka.ClientSettings;
import io.credence.kafka.ReadRange;
import io.credence.kafka.TopicLocation;
import io.credence.score.ScoreSpec;
import java.io.Serializable;
import java.time.Duration;

/**
 * A stream to be scored into files, checked and ready to run.
 *
 * @param scoring by which model, and how
 * @param input where messages come from
 * @param range which of them are read, but for what the folder has already
 * @param group the consumer group by which lag is seen
 * @param progress where files go, and how far they have come
 * @param window for how long messages are put into the same file
 * @param shards how many files there are of a window, at most
 * @param clients the settings of Kafka's clients
 */
public record WindowJob(
    Scoring scoring,
    TopicLocation input,
    ReadRange range,
    String group,
    FolderProgress progress,
    Duration window,
    int shards,
    ClientSettings clients)
    implements Serializable {

  public ModelRef model() {
    return scoring.model();
  }

  public ScoreSpec spec() {
    return scoring.spec();
  }
}
