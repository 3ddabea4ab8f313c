package io.credence.cluster.streams;

import io.credence.kit.kafka.KafkaRecords;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Writes numbered flights at a steady rate until it is stopped, brokers or no brokers. */
final class SteadyProducer implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int TICKS_PER_SECOND = 20;

  /** A broker may be away for long, and all that comes meanwhile must wait for it. */
  private static final Map<String, String> PATIENT =
      Map.of(
          "delivery.timeout.ms", "150000",
          "max.block.ms", "150000",
          "buffer.memory", "134217728");

  private final Producer<byte[], byte[]> producer;
  private final String topic;
  private final int partitions;
  private final int perTick;
  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private final Future<Integer> written;
  private volatile boolean ending;

  private SteadyProducer(
      Producer<byte[], byte[]> producer, String topic, int partitions, int perSecond) {
    this.producer = producer;
    this.topic = topic;
    this.partitions = partitions;
    this.perTick = perSecond / TICKS_PER_SECOND;
    this.written = thread.submit(this::write);
  }

  static SteadyProducer start(KafkaRecords records, String topic, int partitions, int perSecond) {
    return new SteadyProducer(records.producer(PATIENT), topic, partitions, perSecond);
  }

  /** Ends, and is back when the broker has all that was sent. */
  int finish() {
    ending = true;
    try {
      return written.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new AssertionError("Not all flights were written", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted while writing flights", e);
    }
  }

  private int write() throws InterruptedException, ExecutionException {
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    long tick = System.nanoTime();
    while (!ending) {
      for (int i = 0; i < perTick; i++) {
        int number = sent.size();
        sent.add(producer.send(Flights.message(topic, number % partitions, number)));
      }
      tick += TimeUnit.SECONDS.toNanos(1) / TICKS_PER_SECOND;
      TimeUnit.NANOSECONDS.sleep(tick - System.nanoTime());
    }
    producer.flush();
    for (Future<RecordMetadata> one : sent) {
      one.get();
    }
    return sent.size();
  }

  @Override
  public void close() {
    ending = true;
    thread.shutdownNow();
    producer.close(Duration.ZERO);
  }
}
