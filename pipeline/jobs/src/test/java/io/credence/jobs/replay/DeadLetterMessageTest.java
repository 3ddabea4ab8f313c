package io.credence.jobs.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.credence.kafka.OutgoingMessage;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class DeadLetterMessageTest {

  private static final String ID = "credence.record_id";
  private static final String CODE = "credence.dead_letter.code";
  private static final String TIMESTAMP = "credence.dead_letter.timestamp";

  @Test
  void isOneWhenItSaysWhatItIsAndWhy() {
    assertThat(DeadLetterMessage.code(message(5, Map.of(ID, "a/0/1", CODE, "WRONG_TYPE"))))
        .isEqualTo("WRONG_TYPE");
    assertThat(DeadLetterMessage.code(message(5, Map.of(ID, "a/0/1")))).isNull();
    assertThat(DeadLetterMessage.code(message(5, Map.of(CODE, "WRONG_TYPE")))).isNull();
  }

  @Test
  void goesWhereItsKeyLeads() {
    OutgoingMessage sent = sent(message(5, Map.of(ID, "a/0/1", CODE, "A")));
    assertThat(sent.topic()).isEqualTo("flights");
    assertThat(sent.id()).hasToString("dead/2/0");
    assertThat(sent.key()).isEqualTo("key".getBytes(UTF_8));
    assertThat(sent.value()).isNull();
  }

  @Test
  void hasTheTimestampOfTheOriginal() {
    assertThat(sent(message(5, Map.of(ID, "a/0/1", TIMESTAMP, "3"))).timestamp()).isEqualTo(3);
    assertThat(sent(message(5, Map.of(ID, "a/0/1", TIMESTAMP, "-1"))).timestamp()).isEqualTo(5);
    assertThat(sent(message(5, Map.of(ID, "a/0/1"))).timestamp()).isEqualTo(5);
    assertThat(sent(message(-1, Map.of(ID, "a/0/1"))).timestamp()).isNegative();
  }

  private static OutgoingMessage sent(ConsumerRecord<byte[], byte[]> message) {
    return DeadLetterMessage.original("flights", message);
  }

  private static ConsumerRecord<byte[], byte[]> message(long time, Map<String, String> texts) {
    Headers headers = new RecordHeaders();
    texts.forEach((name, text) -> headers.add(name, text.getBytes(UTF_8)));
    return new ConsumerRecord<>(
        "dead",
        2,
        0,
        time,
        TimestampType.CREATE_TIME,
        0,
        0,
        "key".getBytes(UTF_8),
        null,
        headers,
        Optional.empty());
  }
}
