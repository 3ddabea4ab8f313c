package io.credence.jobs.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.credence.beam.ModelRef;
import io.credence.deadletter.DeadLetterCode;
import io.credence.deadletter.UnscorableException;
import io.credence.kafka.Message;
import io.credence.kafka.MessageId;
import io.credence.kafka.RowId;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
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
    assertThat(texts(headers.of(message(5))))
        .startsWith("trace=7", "credence.record_id=flights/3/1289")
        .noneMatch(text -> text.startsWith("credence.dead_letter."));
  }

  @Test
  void aDeadMessageSaysWhereItWasInItsTopic() {
    assertThat(texts(headers.of(message(5), reason())))
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
    assertThat(texts(headers.of(message(-1), reason())))
        .noneMatch(text -> text.startsWith("credence.dead_letter.timestamp"));
  }

  @Test
  void aDeadRowSaysWhereItWasInItsFile() {
    RowId row = new RowId("/data/january.parquet", 17);
    assertThat(texts(headers.of(row))).first().isEqualTo("credence.record_id=" + row);
    assertThat(texts(headers.of(row, reason())))
        .endsWith(
            "credence.dead_letter.code=WRONG_TYPE",
            "credence.dead_letter.message=must be a number",
            "credence.dead_letter.feature=x",
            "credence.dead_letter.file=/data/january.parquet",
            "credence.dead_letter.row=17");
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
