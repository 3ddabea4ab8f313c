package io.credence.jobs.filestotopic;

import io.credence.beam.ModelRef;
import io.credence.beam.Scoring;
import io.credence.kafka.ClientSettings;
import io.credence.kafka.TopicLocation;
import io.credence.score.ScoreSpec;
import java.io.Serializable;

/**
 * Files to be scored into a topic, checked and ready to run.
 *
 * @param scoring by which model, and how
 * @param output where rows go with their scores
 * @param maxMessageBytes the largest message that the output takes
 * @param deadLetters where rows go that can't be scored
 * @param clients the settings of Kafka's clients
 */
public record ExportJob(
    Scoring scoring,
    TopicLocation output,
    int maxMessageBytes,
    TopicLocation deadLetters,
    ClientSettings clients)
    implements Serializable {

  public ModelRef model() {
    return scoring.model();
  }

  public ScoreSpec spec() {
    return scoring.spec();
  }
}
