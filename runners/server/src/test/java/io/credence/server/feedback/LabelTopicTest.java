package io.credence.server.feedback;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class LabelTopicTest {

  private static final byte[] JSON = "{\"y\":1}".getBytes(UTF_8);

  private static MockProducer<byte[], byte[]> producer() {
    return new MockProducer<>(true, new ByteArraySerializer(), new ByteArraySerializer());
  }

  @Test
  void theRecordIdIsTheKey() throws IOException {
    MockProducer<byte[], byte[]> producer = producer();
    new LabelTopic("labels", producer).keep("é", JSON);
    ProducerRecord<byte[], byte[]> sent = producer.history().get(0);
    assertThat(sent.topic()).isEqualTo("labels");
    assertThat(sent.key()).isEqualTo("é".getBytes(UTF_8));
    assertThat(sent.value()).isEqualTo(JSON);
  }

  /** Whether Kafka refuses it at once or later. */
  @Test
  void whatIsNotWrittenIsNotKept() {
    MockProducer<byte[], byte[]> producer = producer();
    LabelTopic topic = new LabelTopic("labels", producer);
    producer.sendException = new TimeoutException("no room");
    assertThatThrownBy(() -> topic.keep("a", JSON))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("labels did not take a label")
        .hasMessageContaining("no room");
  }

  @Test
  void aFailureThatComesLater() {
    MockProducer<byte[], byte[]> producer =
        new MockProducer<>(false, new ByteArraySerializer(), new ByteArraySerializer()) {
          @Override
          public synchronized Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> sent) {
            Future<RecordMetadata> written = super.send(sent);
            errorNext(new NotEnoughReplicasException("one of two"));
            return written;
          }
        };
    assertThatThrownBy(() -> new LabelTopic("labels", producer).keep("a", JSON))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("one of two");
  }
}
