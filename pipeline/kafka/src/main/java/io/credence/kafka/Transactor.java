package io.credence.kafka;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;

/**
 * Writes what is made of the messages of one reader, in transactions that commit with it how far
 * the consumer group has come. What the group had come to already when it begins is left out: it
 * was written before a failure, and is read again because the runner's checkpoint is older.
 *
 * <p>Its transactional id is that of the reader. When a reader is started elsewhere, what its
 * former self might still write is refused by the brokers.
 */
final class Transactor implements AutoCloseable {

  private final String group;
  private final MessageProducer producer;
  private final Map<Integer, Long> written;
  private final TreeMap<Integer, Long> pending = new TreeMap<>();
  private final String topic;

  /**
   * Waits for transactions that the reader's former self has left open.
   *
   * @param first one of the messages of the reader
   */
  Transactor(String brokers, ClientSettings clients, String group, MessageId first)
      throws IOException {
    this.group = group;
    this.topic = first.topic();
    Map<String, Object> settings = new HashMap<>(clients.producer(brokers));
    settings.put(
        ProducerConfig.TRANSACTIONAL_ID_CONFIG,
        String.format(Locale.ROOT, "credence/%s/%s/%d", group, topic, first.reader()));
    this.producer = new MessageProducer(settings);
    try {
      producer.initTransactions();
      this.written = committed(new TopicLocation(brokers, topic), clients);
    } catch (IOException | RuntimeException e) {
      producer.close(); // Left alone, it would try on, and fence its successors in the end.
      throw e;
    }
  }

  private Map<Integer, Long> committed(TopicLocation location, ClientSettings clients)
      throws IOException {
    try (Brokers asked = Brokers.of(location, clients)) {
      return asked.committed(topic, group);
    } catch (ExecutionException e) {
      throw new IOException("The offsets of the group " + group + " can't be read", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while reading the offsets of the group " + group, e);
    }
  }

  void write(OutgoingMessage message) throws IOException {
    MessageId id = message.message().id();
    if (id.offset() < written.getOrDefault(id.partition(), 0L)) {
      return;
    }
    if (pending.isEmpty()) {
      producer.beginTransaction();
    }
    producer.send(message);
    pending.put(id.partition(), id.offset() + 1);
  }

  void commit() throws IOException {
    if (pending.isEmpty()) {
      return;
    }
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    pending.forEach(
        (partition, next) ->
            offsets.put(new TopicPartition(topic, partition), new OffsetAndMetadata(next)));
    producer.commitTransaction(group, offsets);
    written.putAll(pending);
    pending.clear();
  }

  @Override
  public void close() {
    producer.close();
  }
}
