package io.credence.jobs.sink.topic;

import io.credence.beam.Scoring;
import io.credence.beam.ScoringMetrics;
import io.credence.jobs.scoring.Delivery;
import io.credence.jobs.scoring.ElementScorer;
import io.credence.jobs.scoring.RecordMessages;
import io.credence.jobs.scoring.Sink;
import io.credence.kafka.ClientSettings;
import io.credence.kafka.OutgoingMessage;
import io.credence.kafka.TopicLocation;
import io.credence.kafka.WriteMessages;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.values.PCollection;
import org.jspecify.annotations.Nullable;

/**
 * A topic, and one of dead letters. Each record is decoded, scored and encoded in one step, and
 * leaves for one of the two. A record that is scored again is written again, the same to the bit
 * and with the same record id.
 *
 * @param records how the source's records become messages
 * @param output where they go with their scores
 * @param maxMessageBytes the largest message that the output takes
 * @param deadLetters where those go that can't be scored
 * @param delivery how often a message can come out
 * @param group the consumer group of the source, in whose name transactions are written; of no use
 *     to at-least-once delivery
 * @param clients the settings of Kafka's clients
 * @param shadow where comparisons with a challenger go; null when there is none
 * @param <E> an element of the source
 */
public record TopicSink<E>(
    RecordMessages<E> records,
    TopicLocation output,
    int maxMessageBytes,
    TopicLocation deadLetters,
    Delivery delivery,
    String group,
    ClientSettings clients,
    @Nullable ShadowTopic shadow)
    implements Sink<E, OutgoingMessage> {

  /** A second or so of work, which is what is written again when a machine is lost. */
  public static final long ROWS_PER_SPLIT = 1 << 15;

  @Override
  public String contents() {
    return "messages";
  }

  @Override
  public ElementScorer<E, OutgoingMessage> open(Scoring scoring, ScoringMetrics metrics) {
    return new MessageScorer<>(this, scoring, metrics);
  }

  @Override
  public Coder<OutgoingMessage> coder() {
    return WriteMessages.coder();
  }

  @Override
  public void write(PCollection<OutgoingMessage> messages, Scoring scoring) {
    messages.apply("Write messages", writing());
  }

  private WriteMessages writing() {
    return switch (delivery) {
      case AT_LEAST_ONCE -> WriteMessages.atLeastOnce(output.brokers(), clients);
      case EXACTLY_ONCE -> WriteMessages.exactlyOnce(output.brokers(), clients, group);
    };
  }
}
