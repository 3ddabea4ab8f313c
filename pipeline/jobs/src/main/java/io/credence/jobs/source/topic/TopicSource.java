package io.credence.jobs.source.topic;

import io.credence.jobs.scoring.Delivery;
import io.credence.jobs.scoring.Source;
import io.credence.kafka.ClientSettings;
import io.credence.kafka.Message;
import io.credence.kafka.Positions;
import io.credence.kafka.ReadMessages;
import io.credence.kafka.ReadRange;
import io.credence.kafka.TopicLocation;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;

/**
 * The messages of a topic.
 *
 * <p>They are read as bytes: a deserializer that throws would stop the job. A savepoint holds how a
 * topic was read; one of another way to read does not fit a step of another name.
 *
 * @param topic where messages come from
 * @param range which of them are read
 * @param group the consumer group
 * @param clients the settings of Kafka's clients
 * @param step the name of the step that reads
 * @param reading that step
 */
public record TopicSource(
    TopicLocation topic,
    ReadRange range,
    String group,
    ClientSettings clients,
    String step,
    ReadMessages reading)
    implements Source<Message> {

  /**
   * A topic of which the consumer group's offsets say how far it is done with: at least once, the
   * reader commits them; exactly once, the sink does.
   */
  public static TopicSource of(
      TopicLocation topic,
      ReadRange range,
      String group,
      Delivery delivery,
      ClientSettings clients) {
    boolean commits = delivery == Delivery.AT_LEAST_ONCE;
    return new TopicSource(
        topic,
        range,
        group,
        clients,
        "Read messages of %s for %s, %s%s"
            .formatted(topic.topic(), group, delivery, range.isBounded() ? ", to an end" : ""),
        ReadMessages.of(topic, range, group, commits, clients));
  }

  /**
   * A topic of which the place where results go says how far it is done with.
   *
   * @param keeper what that place is called
   */
  public static TopicSource from(
      Positions positions,
      String keeper,
      TopicLocation topic,
      ReadRange range,
      String group,
      ClientSettings clients) {
    return new TopicSource(
        topic,
        range,
        group,
        clients,
        "Read messages of %s into %s".formatted(topic.topic(), keeper),
        ReadMessages.from(positions, topic, range, group, clients));
  }

  @Override
  public String contents() {
    return "messages";
  }

  @Override
  public String scoringStep() {
    return "Score messages";
  }

  @Override
  public boolean groupsRecords() {
    return false;
  }

  @Override
  public PCollection<Message> read(PBegin begin) {
    return begin.apply(step, reading);
  }
}
