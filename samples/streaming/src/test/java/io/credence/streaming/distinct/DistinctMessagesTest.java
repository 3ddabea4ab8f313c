package io.credence.streaming.distinct;

import static io.credence.streaming.distinct.Written.message;
import static io.credence.streaming.distinct.Written.partition;
import static io.credence.streaming.distinct.Written.plain;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class DistinctMessagesTest {

  private final DistinctMessages distinct = new DistinctMessages();

  @Test
  void whatIsWrittenAgainIsARepeat() {
    assertThat(isNew(0, "flights/2/5")).isTrue();
    assertThat(isNew(0, "flights/2/7")).isTrue();
    assertThat(isNew(0, "flights/2/5")).isFalse();
    assertThat(isNew(0, "flights/2/7")).isFalse();
    assertThat(isNew(0, "flights/2/8")).isTrue();
  }

  @Test
  void partitionsGetOnByThemselves() {
    assertThat(isNew(0, "flights/2/5")).isTrue();
    assertThat(isNew(0, "flights/0/1")).isTrue();
    assertThat(isNew(0, "other/2/1")).isTrue();
    assertThat(isNew(1, "flights/2/4")).isTrue();
  }

  @Test
  void modelsGetOnByThemselves() {
    assertThat(distinct.isNew(message(0, "flights", "flights/2/5"))).isTrue();
    assertThat(distinct.isNew(message(0, "delays", "flights/2/5"))).isTrue();
    assertThat(distinct.isNew(message(0, "flights", "flights/2/5"))).isFalse();
  }

  @Test
  void messagesOfOthersAreNew() {
    assertThat(distinct.isNew(plain(0))).isTrue();
    assertThat(distinct.isNew(plain(0))).isTrue();
  }

  /** A message that was through two streams has the headers of both, the last written last. */
  @Test
  void theLastStreamCounts() {
    ConsumerRecord<byte[], byte[]> first = message(0, "flights", "flights/0/9");
    first.headers().add("credence.record_id", "flights-scored/0/1".getBytes(UTF_8));
    first.headers().add("credence.model_name", "costs".getBytes(UTF_8));
    assertThat(distinct.isNew(first)).isTrue();
    assertThat(distinct.isNew(message(0, "costs", "flights-scored/0/1"))).isFalse();
    assertThat(isNew(0, "flights/0/9")).isTrue();
  }

  @Test
  void stateIsShortTextThatAnotherReaderGoesOnWith() {
    isNew(0, "flights/2/5");
    isNew(0, "flights/0/1289");
    distinct.isNew(message(0, "costs", "other.topic/0/3"));
    String state = distinct.state(partition(0));
    assertThat(state).isEqualTo("distinct/1 costs/other.topic:3;flights/flights:1289,,5");

    DistinctMessages other = new DistinctMessages();
    other.restore(partition(0), state);
    assertThat(other.state(partition(0))).isEqualTo(state);
    assertThat(other.isNew(message(0, "flights/2/5"))).isFalse();
    assertThat(other.isNew(message(0, "flights/1/0"))).isTrue();
    assertThat(other.isNew(message(1, "flights/2/5"))).isTrue();
  }

  @Test
  void nothingSeenIsNothingToRemember() {
    assertThat(distinct.state(partition(0))).isEmpty();
    distinct.isNew(plain(0));
    assertThat(distinct.state(partition(0))).isEmpty();
    distinct.restore(partition(0), "");
    assertThat(isNew(0, "flights/0/0")).isTrue();
  }

  @Test
  void aPartitionThatIsForgottenBeginsAnew() {
    isNew(0, "flights/0/7");
    distinct.forget(partition(0));
    assertThat(isNew(0, "flights/0/7")).isTrue();
  }

  @Test
  void otherMetadataIsNoState() {
    for (String other :
        new String[] {"done", "distinct/1 x", "distinct/1 a/b:one", "distinct/1 "}) {
      assertThatThrownBy(() -> distinct.restore(partition(3), other))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("flights-scored-3: is no state of a reader that drops repeats: ");
    }
  }

  @Test
  void anIdOfAnotherFormIsRefusedWithItsPlace() {
    assertThatThrownBy(() -> isNew(4, "flights/1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "flights-scored/4/0: the header credence.record_id must be TOPIC/PARTITION/OFFSET,"
                + " not 'flights/1'");
  }

  /**
   * Why a writer may let no message overtake one that failed: the one that comes late would be
   * taken for a repeat.
   */
  @Test
  void aMessageThatWasOvertakenIsTakenForARepeat() {
    assertThat(isNew(0, "flights/0/2")).isTrue();
    assertThat(isNew(0, "flights/0/1")).isFalse();
  }

  private boolean isNew(int partition, String id) {
    return distinct.isNew(message(partition, id));
  }
}
