package io.credence.kafka;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.io.UnboundedSource;
import org.apache.beam.sdk.options.PipelineOptions;
import org.jspecify.annotations.Nullable;

/**
 * A share of the partitions of a topic: of n readers, the i-th one reads the partitions i, i + n, i
 * + 2n, ..., however many there come to be.
 */
final class TopicSource extends UnboundedSource<Message, TopicPosition> {

  private static final long serialVersionUID = 1;

  private final TopicLocation topic;
  private final ReadRange range;
  private final String group;
  private final boolean commits;
  private final ClientSettings clients;
  private final @Nullable Positions positions;
  private final int reader;
  private final int readers;

  /**
   * All partitions.
   *
   * @param positions where reading goes on after a start; null where checkpoints say it
   */
  TopicSource(
      TopicLocation topic,
      ReadRange range,
      String group,
      boolean commits,
      ClientSettings clients,
      @Nullable Positions positions) {
    this(topic, range, group, commits, clients, positions, 0, 1);
  }

  private TopicSource(
      TopicLocation topic,
      ReadRange range,
      String group,
      boolean commits,
      ClientSettings clients,
      @Nullable Positions positions,
      int reader,
      int readers) {
    this.topic = topic;
    this.range = range;
    this.group = group;
    this.commits = commits;
    this.clients = clients;
    this.positions = positions;
    this.reader = reader;
    this.readers = readers;
  }

  TopicLocation topic() {
    return topic;
  }

  ReadRange range() {
    return range;
  }

  String group() {
    return group;
  }

  boolean commits() {
    return commits;
  }

  ClientSettings clients() {
    return clients;
  }

  /** Its number, from 0. */
  int reader() {
    return reader;
  }

  /** Whether it is this one of the readers that reads a partition. */
  boolean reads(int partition) {
    return partition % readers == reader && range.has(partition);
  }

  @Override
  public List<TopicSource> split(int desired, PipelineOptions options) {
    return IntStream.range(0, desired)
        .mapToObj(
            i -> new TopicSource(topic, range, group, commits, clients, positions, i, desired))
        .toList();
  }

  @Override
  public UnboundedReader<Message> createReader(
      PipelineOptions options, @Nullable TopicPosition position) throws IOException {
    return new TopicReader(this, next(position));
  }

  private Map<Integer, Long> next(@Nullable TopicPosition checkpoint) throws IOException {
    if (positions != null) {
      return positions.next();
    }
    return checkpoint == null ? Map.of() : checkpoint.next();
  }

  @Override
  public Coder<TopicPosition> getCheckpointMarkCoder() {
    return new TopicPosition.PositionCoder();
  }

  @Override
  public Coder<Message> getOutputCoder() {
    return new MessageCoder();
  }

  @Override
  public String toString() {
    return topic + ", reader " + reader + " of " + readers;
  }
}
