package io.credence.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.WithNull;
import org.apache.beam.sdk.util.CoderUtils;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

final class MessageCoderTest {

  @Property(tries = 200)
  void whatIsEncodedComesOutAgain(
      @ForAll String topic,
      @ForAll int partition,
      @ForAll long offset,
      @ForAll long timestamp,
      @ForAll @WithNull byte @Nullable [] key,
      @ForAll @WithNull byte @Nullable [] value,
      @ForAll Map<String, String> headers)
      throws Exception {
    RecordHeaders all = new RecordHeaders();
    headers.forEach((name, text) -> all.add(name, text.getBytes(StandardCharsets.UTF_8)));
    all.add("without", null);
    MessageId id = new MessageId(topic, partition, offset, 3);
    Message message = new Message(id, timestamp, key, value, all);

    OutgoingMessage back =
        CoderUtils.clone(WriteMessages.coder(), new OutgoingMessage("to", message));

    assertThat(back.topic()).isEqualTo("to");
    assertThat(back.message().id()).isEqualTo(id);
    assertThat(back.message().timestamp()).isEqualTo(timestamp);
    assertThat(back.message().key()).isEqualTo(key);
    assertThat(back.message().value()).isEqualTo(value);
    assertThat(back.message().headers()).isEqualTo(all);
  }

  @Property(tries = 50)
  void soDoPositions(@ForAll Map<Integer, Long> next) throws Exception {
    TopicPosition back =
        CoderUtils.clone(
            new TopicPosition.PositionCoder(), new TopicPosition(next, complete -> {}));
    assertThat(back.next()).isEqualTo(next);
  }
}
