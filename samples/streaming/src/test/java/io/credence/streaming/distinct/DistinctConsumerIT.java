package io.credence.streaming.distinct;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.credence.kit.kafka.KafkaBroker;
import io.credence.kit.kafka.KafkaTopics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** On a real broker: readers come and go, and each message is read once. */
@Timeout(180)
class DistinctConsumerIT {

  private static final int OUTPUTS = 3;

  private static KafkaBroker broker;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    broker = KafkaBroker.start(folder, Map.of());
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  private static void create(String topic) {
    try (KafkaTopics topics = new KafkaTopics(broker.clientProperties())) {
      topics.create(topic, OUTPUTS);
    }
  }

  @Test
  void readersThatAreStartedAgainGoOnExactly() throws Exception {
    create("restarted");
    Set<String> ids = write("restarted", 12);
    List<String> kept = new ArrayList<>();
    for (int reader = 0; kept.size() < ids.size(); reader++) {
      try (DistinctConsumer<byte[], byte[]> consumer =
          distinct(consumer("restarted"), "restarted")) {
        // Every other one is gone before it has committed what it read last.
        readSome(consumer, kept, reader % 2 == 0);
      }
    }
    assertThat(kept).hasSameSizeAs(ids).containsExactlyInAnyOrderElementsOf(ids);
    try (DistinctConsumer<byte[], byte[]> last = distinct(consumer("restarted"), "restarted")) {
      assertThat(last.poll(Duration.ofSeconds(3))).isEmpty();
    }
  }

  @Test
  void aPartitionIsHandedOverWithWhatWasSeenOfIt() throws Exception {
    create("shared");
    Set<String> ids = write("shared", 12);
    List<String> kept = Collections.synchronizedList(new ArrayList<>());
    CountDownLatch handedOver = new CountDownLatch(1);
    ExecutorService thread = Executors.newSingleThreadExecutor();
    Consumer<byte[], byte[]> consumer = consumer("shared");
    try (DistinctConsumer<byte[], byte[]> first = distinct(consumer, "shared")) {
      readSome(first, kept, false);
      // The rest waits until the second one has its part.
      consumer.pause(consumer.assignment());
      Future<?> second = thread.submit(() -> readAll("shared", kept, ids.size(), handedOver));
      while (handedOver.getCount() > 0) {
        readOnce(first, kept);
      }
      consumer.resume(consumer.paused());
      while (kept.size() < ids.size()) {
        readOnce(first, kept);
      }
      second.get();
    } finally {
      thread.shutdownNow();
    }
    assertThat(kept).hasSameSizeAs(ids).containsExactlyInAnyOrderElementsOf(ids);
  }

  /** In a thread of its own, because a call of one member may wait for what another one does. */
  private static void readAll(
      String topic, List<String> kept, int expected, CountDownLatch handedOver) {
    try (DistinctConsumer<byte[], byte[]> consumer = distinct(consumer(topic), topic)) {
      while (kept.size() < expected) {
        readOnce(consumer, kept);
        if (!consumer.positions().isEmpty()) {
          handedOver.countDown();
        }
      }
    }
  }

  /** Reads and keeps three polls that bring something, and perhaps one more that is for nothing. */
  private static void readSome(
      DistinctConsumer<byte[], byte[]> consumer, List<String> kept, boolean more) {
    for (int i = 0; i < 3; i++) {
      readOnce(consumer, kept);
    }
    if (more) {
      assertThat(consumer.poll(Duration.ofSeconds(1))).isNotNull();
    }
  }

  private static void readOnce(DistinctConsumer<byte[], byte[]> consumer, List<String> kept) {
    List<ConsumerRecord<byte[], byte[]>> found = consumer.poll(Duration.ofMillis(200));
    try {
      consumer.commit();
    } catch (RebalanceInProgressException | CommitFailedException e) {
      return; // The partitions are being shared out anew, and these messages come again.
    }
    found.forEach(message -> kept.add(new String(message.value(), UTF_8)));
  }

  /** What a stream of three partitions leaves that is lost again and again. */
  private static Set<String> write(String topic, int runs) {
    Random random = new Random(7);
    int[][] destinations = new int[3][];
    for (int source = 0; source < destinations.length; source++) {
      destinations[source] = random.ints(70, 0, OUTPUTS).toArray();
    }
    List<List<String>> written = new LossyStream(random, destinations, OUTPUTS).afterRuns(runs);
    Set<String> ids = new HashSet<>();
    try (Producer<byte[], byte[]> producer = producer()) {
      for (int partition = 0; partition < OUTPUTS; partition++) {
        for (String id : written.get(partition)) {
          var unused = producer.send(message(topic, partition, id));
          ids.add(id);
        }
      }
    }
    assertThat(ids).hasSize(210);
    assertThat(written.stream().mapToInt(List::size).sum()).isGreaterThan(400);
    return ids;
  }

  private static ProducerRecord<byte[], byte[]> message(String topic, int partition, String id) {
    ProducerRecord<byte[], byte[]> message =
        new ProducerRecord<>(topic, partition, null, id.getBytes(UTF_8));
    message.headers().add("credence.record_id", id.getBytes(UTF_8));
    message.headers().add("credence.model_name", "flights".getBytes(UTF_8));
    return message;
  }

  private static Producer<byte[], byte[]> producer() {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", broker.bootstrap()),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }

  private static Consumer<byte[], byte[]> consumer(String topic) {
    Map<String, Object> config =
        Map.of(
            "bootstrap.servers",
            broker.bootstrap(),
            "group.id",
            "readers-of-" + topic,
            "auto.offset.reset",
            "earliest",
            "enable.auto.commit",
            false,
            "max.poll.records",
            37);
    return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private static DistinctConsumer<byte[], byte[]> distinct(
      Consumer<byte[], byte[]> consumer, String topic) {
    return new DistinctConsumer<>(consumer, List.of(topic));
  }
}
