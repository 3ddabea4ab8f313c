package io.credence.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

final class AssignedPartitionsTest {

  private final AtomicLong nanos = new AtomicLong();
  private final TreeMap<Integer, Long> next = new TreeMap<>();
  private boolean away;
  private final MockConsumer<byte[], byte[]> kafka =
      new MockConsumer<>(OffsetResetStrategy.NONE) {
        @Override
        public synchronized List<PartitionInfo> partitionsFor(String topic) {
          if (away) {
            throw new TimeoutException("no broker answers");
          }
          return super.partitionsFor(topic);
        }
      };

  @Test
  void readsEachPartitionFromItsStart() {
    Topics.partitions(kafka, 3);
    AssignedPartitions assigned = assigned(Topics.source(Map.of(0, 7L, 1, 0L, 2, 4L), null));
    assigned.update();
    assertThat(next).isEqualTo(Map.of(0, 7L, 1, 0L, 2, 4L));
    assertThat(kafka.position(Topics.partition(2))).isEqualTo(4);
  }

  @Test
  void goesOnWhereItIsKnownToStand() {
    Topics.partitions(kafka, 2);
    next.put(1, 9L);
    assigned(Topics.source(Map.of(0, 7L, 1, 0L), null)).update();
    assertThat(kafka.position(Topics.partition(0))).isEqualTo(7);
    assertThat(kafka.position(Topics.partition(1))).isEqualTo(9);
  }

  @Test
  void looksForNewPartitionsEveryTwoSeconds() {
    Topics.partitions(kafka, 1);
    AssignedPartitions assigned = assigned(Topics.source(Map.of(0, 7L), null));
    assigned.update();
    kafka.seek(Topics.partition(0), 8);
    Topics.partitions(kafka, 2);
    kafka.updateBeginningOffsets(Map.of(Topics.partition(1), 3L));

    pass(Duration.ofMillis(1_999));
    assigned.update();
    assertThat(next).containsOnlyKeys(0);

    pass(Duration.ofMillis(1));
    assigned.update();
    assertThat(next).isEqualTo(Map.of(0, 7L, 1, 3L)); // The first that it still has.
    assertThat(kafka.position(Topics.partition(0))).isEqualTo(8); // Not read again.
  }

  @Test
  void aBoundedRangeHasNoNewPartitions() {
    Topics.partitions(kafka, 2);
    assigned(Topics.source(Map.of(0, 7L), Map.of(0, 9L))).update();
    assertThat(next).containsOnlyKeys(0);
  }

  @Test
  void isOverWhenAllPartitionsAre() {
    Topics.partitions(kafka, 2);
    AssignedPartitions assigned =
        assigned(Topics.source(Map.of(0, 7L, 1, 2L), Map.of(0, 9L, 1, 2L)));
    assertThat(assigned.areOver()).isFalse(); // None is assigned yet.
    assigned.update();
    assertThat(assigned.areOver()).isFalse();
    kafka.seek(Topics.partition(0), 9);
    assertThat(assigned.areOver()).isTrue();
  }

  @Test
  void withoutAnEndItIsNeverOver() {
    Topics.partitions(kafka, 1);
    AssignedPartitions assigned = assigned(Topics.source(Map.of(0, 0L), null));
    assigned.update();
    assertThat(assigned.areOver()).isFalse();
  }

  @Test
  void aTopicThatStaysAwayForTenSecondsIsGone() {
    kafka.updatePartitions("flights", List.of());
    AssignedPartitions assigned = assigned(Topics.source(Map.of(0, 0L), null));
    for (int seconds = 0; seconds <= 10; seconds += 2) {
      assertThatCode(assigned::update).doesNotThrowAnyException();
      pass(Duration.ofSeconds(2));
    }
    assertThatThrownBy(assigned::update)
        .isInstanceOf(TopicGoneException.class)
        .hasMessage("kafka://h:1/flights: the topic no longer exists");
  }

  @Test
  void oneThatIsThereAgainIsNot() {
    kafka.updatePartitions("flights", List.of());
    AssignedPartitions assigned = assigned(Topics.source(Map.of(0, 0L), null));
    for (int i = 0; i < 20; i++) {
      assigned.update();
      pass(Duration.ofSeconds(6));
      Topics.partitions(kafka, 1);
      assigned.update();
      pass(Duration.ofSeconds(6));
      kafka.updatePartitions("flights", List.of());
    }
    assertThat(assigned.isEmpty()).isFalse();
  }

  /** That no broker answers says nothing about the topic. */
  @Test
  void oneOfWhichNoBrokerSaysAnythingIsNot() {
    AssignedPartitions assigned = assigned(Topics.source(Map.of(0, 0L), null));
    away = true;
    for (int i = 0; i < 20; i++) {
      assigned.update();
      pass(Duration.ofSeconds(6));
    }
    assertThat(assigned.isEmpty()).isTrue();
  }

  /** A clock without steps may begin anywhere, and pass from the largest number to the smallest. */
  @Test
  void theClockMayOverflow() {
    nanos.set(Long.MAX_VALUE - 5);
    Topics.partitions(kafka, 1);
    AssignedPartitions assigned = assigned(Topics.source(Map.of(0, 0L), null));
    assigned.update();
    Topics.partitions(kafka, 2);
    kafka.updateBeginningOffsets(Map.of(Topics.partition(1), 3L));
    pass(Duration.ofSeconds(2));
    assigned.update();
    assertThat(next).containsOnlyKeys(0, 1);
  }

  private AssignedPartitions assigned(TopicSource source) {
    return new AssignedPartitions(source, kafka, next, nanos::get);
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }
}
