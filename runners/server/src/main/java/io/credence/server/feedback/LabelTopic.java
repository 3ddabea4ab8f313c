package io.credence.server.feedback;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.credence.kafka.ClientSettings;
import io.credence.kafka.TopicLocation;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Writes labels to a topic of Kafka, with their record ids as keys: those of one record are in one
 * partition, in the order in which they came. All replicas have a label when it has been written.
 *
 * <p>It lives as long as the process: nothing is under way when no request is.
 */
public final class LabelTopic implements LabelStore {

  /** A client waits as long for its answer, and then sends the label again. */
  private static final int PATIENCE_MILLIS = 5_000;

  private static final int ATTEMPT_MILLIS = 3_000;

  private final String topic;
  private final Producer<byte[], byte[]> producer;

  LabelTopic(String topic, Producer<byte[], byte[]> producer) {
    this.topic = topic;
    this.producer = producer;
  }

  /**
   * A topic that is there.
   *
   * @throws KafkaException when no client can be made of the settings
   */
  public static LabelTopic open(TopicLocation topic, ClientSettings clients) {
    Map<String, Object> settings = new HashMap<>(clients.producer(topic.brokers()));
    settings.putIfAbsent(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_MILLIS);
    settings.putIfAbsent(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, ATTEMPT_MILLIS);
    settings.putIfAbsent(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
    return new LabelTopic(
        topic.topic(),
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer()));
  }

  @Override
  public void keep(String recordId, byte[] json) throws IOException {
    try {
      producer.send(new ProducerRecord<>(topic, recordId.getBytes(UTF_8), json)).get();
    } catch (ExecutionException e) {
      throw new IOException("The topic " + topic + " did not take a label: " + e.getCause(), e);
    } catch (KafkaException e) {
      throw new IOException("The topic " + topic + " did not take a label: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("The server was stopped while it wrote a label to " + topic, e);
    }
  }
}
