package io.credence.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    Message read = CoderUtils.clone(ReadMessages.coder(), message);
    OutgoingMessage written =
        new OutgoingMessage(
            "to", read.id(), read.timestamp(), read.key(), read.value(), read.headers());
    OutgoingMessage back = CoderUtils.clone(WriteMessages.coder(), written);
    OutgoingMessage both = CoderUtils.clone(WriteMessages.coder(), back.with(written));

    assertThat(read.headers()).isEqualTo(all);
    assertThat(back.topic()).isEqualTo("to");
    assertThat(back.id()).isEqualTo(id);
    assertThat(back.timestamp()).isEqualTo(timestamp);
    assertThat(back.key()).isEqualTo(key);
    assertThat(back.value()).isEqualTo(value);
    assertThat(back.headers()).isEqualTo(all);
    assertThat(back.beside()).isNull();
    assertThat(both.value()).isEqualTo(value);
    assertThat(both.beside()).isNotNull();
    assertThat(Objects.requireNonNull(both.beside()).key()).isEqualTo(key);
  }

  @Property(tries = 50)
  void soDoIdsOfOtherRecords(@ForAll String place, @ForAll long row) throws Exception {
    RecordIdCoder coder = new RecordIdCoder();
    for (RecordId id : List.of(new RowId(place, row), new DeadLetterPlace(place))) {
      assertThat(CoderUtils.clone(coder, id)).isEqualTo(id);
    }
  }

  @Property(tries = 50)
  void soDoPositions(@ForAll Map<Integer, Long> next) throws Exception {
    TopicPosition back =
        CoderUtils.clone(
            new TopicPosition.PositionCoder(), new TopicPosition(next, complete -> {}));
    assertThat(back.next()).isEqualTo(next);
  }
}
