package io.credence.jobs.stream;

import io.credence.beam.ModelRef;
import io.credence.beam.Scoring;
import io.credence.kafka.ClientSettings;
import io.credence.kafka.ReadRange;
import io.credence.kafka.TopicLocation;
import io.credence.messages.MessageFormat;
import io.credence.score.ScoreSpec;
import java.io.Serializable;

/**
 * A stream to be scored, checked and ready to run.
 *
 * @param scoring by which model, and how
 * @param input where messages come from
 * @param range which of them are read
 * @param group the consumer group
 * @param output where they go with their scores
 * @param maxMessageBytes the largest message that the output takes
 * @param deadLetters where those go that can't be scored
 * @param format how messages are read and written
 * @param delivery how often a message can come out
 * @param clients the settings of Kafka's clients
 */
public record StreamJob(
    Scoring scoring,
    TopicLocation input,
    ReadRange range,
    String group,
    TopicLocation output,
    int maxMessageBytes,
    TopicLocation deadLetters,
    MessageFormat format,
    Delivery delivery,
    ClientSettings clients)
    implements Serializable {

  public ModelRef model() {
    return scoring.model();
  }

  public ScoreSpec spec() {
    return scoring.spec();
  }
}
