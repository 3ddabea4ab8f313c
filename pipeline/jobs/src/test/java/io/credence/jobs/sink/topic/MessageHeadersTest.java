package io.credence.jobs.sink.topic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.credence.beam.ModelRef;
import io.credence.deadletter.DeadLetterCode;
import io.credence.deadletter.UnscorableException;
import io.credence.jobs.scoring.RecordMessage;
import io.credence.kafka.Message;
import io.credence.kafka.MessageId;
import io.credence.kafka.RecordId;
import io.credence.kafka.RowId;
import io.credence.score.Scored;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class MessageHeadersTest {

  private static MessageHeaders headers;

  @BeforeAll
  static void ofAModel() throws Exception {
    headers = new MessageHeaders(ModelRef.at("../../samples/category-slopes"));
  }

  @Test
  void aMessageKeepsItsOwnInFront() {
    assertThat(texts(headers.of(message(5).id(), message(5).headers())))
        .startsWith("trace=7", "credence.record_id=flights/3/1289")
        .noneMatch(text -> text.startsWith("credence.dead_letter."));
  }

  @Test
  void aDeadMessageSaysWhereItWasInItsTopic() {
    assertThat(texts(headers.of(sent(message(5)), reason())))
        .endsWith(
            "credence.dead_letter.code=WRONG_TYPE",
            "credence.dead_letter.message=must be a number",
            "credence.dead_letter.feature=x",
            "credence.dead_letter.topic=flights",
            "credence.dead_letter.partition=3",
            "credence.dead_letter.offset=1289",
            "credence.dead_letter.timestamp=5");
  }

  @Test
  void oneWithoutATimeHasNone() {
    assertThat(texts(headers.of(sent(message(-1)), reason())))
        .noneMatch(text -> text.startsWith("credence.dead_letter.timestamp"));
  }

  @Test
  void aDeadRowSaysWhereItWasInItsFile() {
    RowId row = new RowId("/data/january.parquet", 17);
    assertThat(texts(headers.of(row, new RecordHeaders())))
        .first()
        .isEqualTo("credence.record_id=" + row);
    assertThat(texts(headers.of(new Sent(row, -1, new RecordHeaders()), reason())))
        .endsWith(
            "credence.dead_letter.code=WRONG_TYPE",
            "credence.dead_letter.message=must be a number",
            "credence.dead_letter.feature=x",
            "credence.dead_letter.file=/data/january.parquet",
            "credence.dead_letter.row=17");
  }

  private record Sent(RecordId id, long timestamp, Headers headers) implements RecordMessage {

    @Override
    public byte @Nullable [] key() {
      return null;
    }

    @Override
    public byte @Nullable [] value() {
      return null;
    }

    @Override
    public byte[] with(Scored scored) {
      throw new UnsupportedOperationException();
    }
  }

  private static RecordMessage sent(Message message) {
    return new Sent(message.id(), message.timestamp(), message.headers());
  }

  private static Message message(long timestamp) {
    Headers own = new RecordHeaders().add("trace", "7".getBytes(UTF_8));
    return new Message(new MessageId("flights", 3, 1289, 0), timestamp, null, null, own);
  }

  private static UnscorableException reason() {
    return new UnscorableException(DeadLetterCode.WRONG_TYPE, "must be a number", "x");
  }

  private static List<String> texts(Headers all) {
    return Arrays.stream(all.toArray())
        .map(header -> header.key() + "=" + new String(header.value(), UTF_8))
        .toList();
  }
}
