package io.credence.jobs.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class OriginalHeadersTest {

  @Test
  void areThoseThatTheMessageHad() {
    assertThat(
            original(
                "trace=1",
                "credence.tenant=blue",
                "trace=2",
                "credence.record_id=flights/0/7",
                "credence.model_name=flights",
                "credence.dead_letter.code=WRONG_TYPE"))
        .containsExactly(
            "trace=1", "credence.tenant=blue", "trace=2", "credence.replay_of=flights/0/7");
  }

  @Test
  void ofAnEarlierScoringStay() {
    assertThat(
            original(
                "credence.record_id=raw/0/1",
                "credence.model_name=first",
                "credence.record_id=flights/0/7",
                "credence.model_name=second"))
        .containsExactly(
            "credence.record_id=raw/0/1",
            "credence.model_name=first",
            "credence.replay_of=flights/0/7");
  }

  @Test
  void nameTheFirstMessageHoweverOftenItFails() {
    assertThat(
            original(
                "trace=1", "credence.replay_of=flights/0/7", "credence.record_id=flights/0/99"))
        .containsExactly("trace=1", "credence.replay_of=flights/0/7");
  }

  /** The place of a row stood in the headers of a message's place, in what was written earlier. */
  @Test
  void ofARowAreNoneHoweverItsPlaceIsNamed() {
    for (String place : List.of("file=a.parquet", "topic=a.parquet")) {
      assertThat(
              original(
                  "credence.record_id=a.parquet/0/7",
                  "credence.dead_letter.code=WRONG_TYPE",
                  "credence.dead_letter." + place,
                  "credence.dead_letter.row=7",
                  "credence.dead_letter.offset=7"))
          .containsExactly("credence.replay_of=a.parquet/0/7");
    }
  }

  @Test
  void thatOthersPutBehindOursStay() {
    assertThat(original("credence.record_id=flights/0/7", "mirrored=yes"))
        .containsExactly("mirrored=yes", "credence.replay_of=flights/0/7");
  }

  @Test
  void withoutAValueStay() {
    Headers headers = headers("credence.record_id=flights/0/7");
    headers.add("nothing", null);
    assertThat(OriginalHeaders.of(headers).lastHeader("nothing").value()).isNull();
    assertThat(OriginalHeaders.text(headers, "nothing")).isNull();
  }

  private static List<String> original(String... headers) {
    List<String> texts = new ArrayList<>();
    for (Header header : OriginalHeaders.of(headers(headers))) {
      texts.add(header.key() + "=" + new String(header.value(), UTF_8));
    }
    return texts;
  }

  private static Headers headers(String... texts) {
    Headers headers = new RecordHeaders();
    for (String text : texts) {
      String[] parts = text.split("=", 2);
      headers.add(parts[0], parts[1].getBytes(UTF_8));
    }
    return headers;
  }
}
