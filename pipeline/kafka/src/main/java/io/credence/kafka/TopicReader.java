package io.credence.kafka;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.apache.beam.sdk.io.UnboundedSource;
import org.apache.beam.sdk.io.UnboundedSource.UnboundedReader;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.joda.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a reader's share of the partitions of a topic, as bytes. */
final class TopicReader extends UnboundedReader<Message> {

  /**
   * How long one call waits for a message that may be on its way. The runner asks again every few
   * milliseconds, and has other work to do in between.
   */
  private static final Duration PATIENCE = Duration.ofMillis(5);

  /**
   * After so many calls in vain none is waited for: other readers may wait for this one's thread.
   */
  private static final int PATIENT_POLLS = 3;

  private static final Logger LOG = LoggerFactory.getLogger(TopicReader.class);

  private static final Duration LAST_COMMIT = Duration.ofSeconds(5);

  private final TopicSource source;
  private final TreeMap<Integer, Long> next = new TreeMap<>();
  private final AtomicReference<@Nullable Map<Integer, Long>> done = new AtomicReference<>();
  private final Consumer<byte[], byte[]> consumer;
  private final AssignedPartitions partitions;
  private final SteadyClock clock;
  private Iterator<ConsumerRecord<byte[], byte[]>> fetched = Collections.emptyIterator();
  private int pollsInVain;
  private @Nullable Message current;
  private Instant readAt = BoundedWindow.TIMESTAMP_MIN_VALUE;

  /**
   * Reads on.
   *
   * @param positions the offset of the next message of partitions that were read from before
   */
  TopicReader(TopicSource source, Map<Integer, Long> positions) {
    this(
        source,
        positions,
        ByteClients.consumer(source.clients().consumer(source.topic().brokers(), source.group())),
        InstantSource.system(),
        System::nanoTime);
  }

  /**
   * Reads on with a consumer, by a clock.
   *
   * @param machine says the time when this begins
   * @param nanoTime counts from there
   */
  TopicReader(
      TopicSource source,
      Map<Integer, Long> positions,
      Consumer<byte[], byte[]> consumer,
      InstantSource machine,
      LongSupplier nanoTime) {
    this.source = source;
    positions.forEach(
        (partition, offset) -> {
          if (source.reads(partition)) {
            next.put(partition, offset);
          }
        });
    this.consumer = consumer;
    this.clock = new SteadyClock(machine, nanoTime);
    this.partitions = new AssignedPartitions(source, consumer, next, nanoTime);
  }

  @Override
  public boolean start() throws IOException {
    return advance();
  }

  @Override
  public boolean advance() throws IOException {
    if (!fetched.hasNext()) {
      commit();
      partitions.update();
      fetched = partitions.isEmpty() ? Collections.emptyIterator() : poll();
    }
    while (fetched.hasNext()) {
      if (take(fetched.next())) {
        return true;
      }
    }
    current = null;
    return false;
  }

  private Iterator<ConsumerRecord<byte[], byte[]>> poll() {
    try {
      Duration patience = pollsInVain < PATIENT_POLLS ? PATIENCE : Duration.ZERO;
      ConsumerRecords<byte[], byte[]> records = consumer.poll(patience);
      pollsInVain = records.isEmpty() ? pollsInVain + 1 : 0;
      readAt = clock.now();
      return records.iterator();
    } catch (OffsetOutOfRangeException e) {
      throw TopicGoneException.of(
          "%s no longer has messages at these offsets of partitions: %s; --startAt=earliest reads those that it has"
              .formatted(source.topic(), offsets(e.offsetOutOfRangePartitions())));
    }
  }

  private static Map<Integer, Long> offsets(Map<TopicPartition, Long> missing) {
    return missing.entrySet().stream()
        .collect(Collectors.toMap(gone -> gone.getKey().partition(), Map.Entry::getValue));
  }

  /** False for a message that lies behind the end. */
  private boolean take(ConsumerRecord<byte[], byte[]> read) {
    if (source.range().isOver(read.partition(), read.offset())) {
      consumer.pause(List.of(new TopicPartition(read.topic(), read.partition())));
      return false;
    }
    MessageId id = new MessageId(read.topic(), read.partition(), read.offset(), source.reader());
    next.put(read.partition(), read.offset() + 1);
    current = new Message(id, read.timestamp(), read.key(), read.value(), read.headers());
    return true;
  }

  /** Here, and not when a checkpoint is complete: a consumer bears one thread alone. */
  private void commit() {
    Map<Integer, Long> positions = done.getAndSet(null);
    if (positions != null) {
      consumer.commitAsync(commits(positions), null);
    }
  }

  private Map<TopicPartition, OffsetAndMetadata> commits(Map<Integer, Long> positions) {
    return GroupOffsets.of(source.topic().topic(), positions);
  }

  @Override
  public Message getCurrent() {
    if (current == null) {
      throw new NoSuchElementException();
    }
    return current;
  }

  @Override
  public Instant getCurrentTimestamp() {
    return readAt;
  }

  @Override
  public Instant getWatermark() {
    if (!fetched.hasNext() && partitions.areOver()) {
      return BoundedWindow.TIMESTAMP_MAX_VALUE;
    }
    return fetched.hasNext() ? readAt : clock.now();
  }

  @Override
  public TopicPosition getCheckpointMark() {
    return new TopicPosition(next, source.commits() ? done::set : positions -> {});
  }

  @Override
  public UnboundedSource<Message, ?> getCurrentSource() {
    return source;
  }

  @Override
  public void close() {
    Map<Integer, Long> positions = done.getAndSet(null);
    try (consumer) {
      if (positions != null) {
        consumer.commitSync(commits(positions), LAST_COMMIT);
      }
    } catch (KafkaException e) {
      // Those who watch lag see less than is done, and a new start repeats some; nothing is lost.
      LOG.warn("{}: the last offsets could not be committed: {}", source, e.getMessage());
    }
  }
}
