package io.credence.kafka;

import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.io.Read;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;

/**
 * Reads the messages of a topic.
 *
 * <p>Each partition is read by one reader, in the order of its offsets, also those that are added
 * while the job runs. The timestamp of an element is the time at which it was read, and so the
 * watermark is the time, which no idle partition holds up. It is the time of a clock that has no
 * steps, and may differ from the machine's when that has been set since.
 */
public final class ReadMessages extends PTransform<PBegin, PCollection<Message>> {

  private static final long serialVersionUID = 1;

  private final TopicSource source;

  private ReadMessages(TopicSource source) {
    this.source = source;
  }

  /**
   * Reads a topic.
   *
   * @param group the consumer group by which lag is seen
   * @param commits whether offsets are committed to the group whenever a checkpoint is complete;
   *     otherwise, the writer of the results commits them
   */
  public static ReadMessages of(
      TopicLocation topic, ReadRange range, String group, boolean commits, ClientSettings clients) {
    return new ReadMessages(new TopicSource(topic, range, group, commits, clients, null));
  }

  /**
   * Reads a topic for who keeps the positions by himself: after each start, reading goes on from
   * there, whatever a checkpoint says.
   */
  public static ReadMessages from(
      Positions positions,
      TopicLocation topic,
      ReadRange range,
      String group,
      ClientSettings clients) {
    return new ReadMessages(new TopicSource(topic, range, group, false, clients, positions));
  }

  /** The coder of what is read. */
  public static Coder<Message> coder() {
    return new MessageCoder();
  }

  @Override
  public PCollection<Message> expand(PBegin begin) {
    return begin.apply(Read.from(source));
  }
}
