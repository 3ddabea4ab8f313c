package io.credence.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class TopicReaderTest {

  private static final InstantSource MACHINE = InstantSource.fixed(Instant.ofEpochMilli(1_000));

  private final AtomicLong nanos = new AtomicLong();
  private Map<TopicPartition, OffsetAndMetadata> last = Map.of();
  private @Nullable RuntimeException commitFailure;
  private final MockConsumer<byte[], byte[]> kafka =
      new MockConsumer<>(OffsetResetStrategy.NONE) {
        @Override
        public void commitSync(Map<TopicPartition, OffsetAndMetadata> offsets, Duration timeout) {
          if (commitFailure != null) {
            throw commitFailure;
          }
          last = offsets;
          super.commitSync(offsets, timeout);
        }
      };

  @Test
  void readsInTheOrderOfOffsets() throws Exception {
    TopicReader reader = reader(Map.of(0, 7L), null);
    poll(7, 8, 9);
    assertThat(reader.start()).isTrue();
    assertThat(reader.getCurrent().id()).isEqualTo(new MessageId("flights", 0, 7, 0));
    assertThat(rest(reader)).containsExactly(8L, 9L);
    assertThatThrownBy(reader::getCurrent).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void aCheckpointHoldsTheNextOffset() throws Exception {
    TopicReader reader = reader(Map.of(0, 7L), null);
    poll(7, 9);
    reader.start();
    assertThat(reader.getCheckpointMark().next()).isEqualTo(Map.of(0, 8L));
    reader.advance();
    assertThat(reader.getCheckpointMark().next()).isEqualTo(Map.of(0, 10L));
  }

  @Test
  void goesOnWhereACheckpointStands() throws Exception {
    Topics.partitions(kafka, 1);
    TopicReader reader =
        new TopicReader(
            Topics.source(Map.of(0, 7L), null), Map.of(0, 9L, 1, 3L), kafka, MACHINE, nanos::get);
    poll(9);
    reader.start();
    assertThat(reader.getCurrent().id().offset()).isEqualTo(9);
  }

  @Test
  void leavesOutWhatLiesBehindTheEnd() throws Exception {
    TopicReader reader = reader(Map.of(0, 7L), Map.of(0, 9L));
    poll(7, 8, 9, 10);
    reader.start();
    assertThat(rest(reader)).containsExactly(8L);
    assertThat(kafka.paused()).isEqualTo(Set.of(Topics.partition(0)));
    assertThat(reader.getCheckpointMark().next()).isEqualTo(Map.of(0, 9L));
    assertThat(reader.getWatermark()).isEqualTo(BoundedWindow.TIMESTAMP_MAX_VALUE);
  }

  @Test
  void theWatermarkIsTheTimeEvenWhenNothingComes() throws Exception {
    TopicReader reader = reader(Map.of(0, 7L), null);
    assertThat(reader.start()).isFalse();
    pass(Duration.ofSeconds(1));
    assertThat(reader.getWatermark().getMillis()).isEqualTo(2_000);

    poll(7, 8);
    reader.advance();
    pass(Duration.ofSeconds(1));
    // The next one, which was fetched already, will have this timestamp.
    assertThat(reader.getCurrentTimestamp().getMillis()).isEqualTo(2_000);
    assertThat(reader.getWatermark().getMillis()).isEqualTo(2_000);
    reader.advance();
    assertThat(reader.getWatermark().getMillis()).isEqualTo(3_000);
  }

  @Test
  void commitsWhatACompleteCheckpointHolds() throws Exception {
    TopicReader reader = reader(Map.of(0, 7L), null);
    poll(7, 8);
    reader.start();
    TopicPosition position = reader.getCheckpointMark();
    rest(reader);
    assertThat(committed()).isNull();

    position.finalizeCheckpoint();
    reader.advance();
    assertThat(committed()).isEqualTo(new OffsetAndMetadata(8));
  }

  @Test
  void andCommitsItAtLastWhenItIsClosed() throws Exception {
    TopicReader reader = reader(Map.of(0, 7L), null);
    poll(7);
    reader.start();
    reader.getCheckpointMark().finalizeCheckpoint();
    reader.close();
    assertThat(last).isEqualTo(Map.of(Topics.partition(0), new OffsetAndMetadata(8)));
    assertThat(kafka.closed()).isTrue();
  }

  @Test
  void aLastCommitThatFailsLosesNothing() throws Exception {
    TopicReader reader = reader(Map.of(0, 7L), null);
    poll(7);
    reader.start();
    reader.getCheckpointMark().finalizeCheckpoint();
    commitFailure = new TimeoutException("no broker");
    reader.close();
    assertThat(kafka.closed()).isTrue();
  }

  @Test
  void offsetsThatAreGoneEndTheJob() {
    TopicReader reader = reader(Map.of(0, 7L), null);
    kafka.setPollException(new OffsetOutOfRangeException(Map.of(Topics.partition(0), 7L)));
    assertThatThrownBy(reader::start)
        .isInstanceOf(TopicGoneException.class)
        .hasMessage(
            "kafka://h:1/flights no longer has messages at these offsets of partitions: {0=7};"
                + " --startAt=earliest reads those that it has");
  }

  @Test
  void afterThreePollsInVainItDoesNotWait() throws Exception {
    TopicReader reader = reader(Map.of(0, 7L), null);
    for (int i = 0; i < 3; i++) {
      reader.advance();
      assertThat(kafka.lastPollTimeout()).isEqualTo(Duration.ofMillis(5));
    }
    reader.advance();
    assertThat(kafka.lastPollTimeout()).isZero();
    poll(7);
    reader.advance();
    reader.advance();
    assertThat(kafka.lastPollTimeout()).isEqualTo(Duration.ofMillis(5));
  }

  private TopicReader reader(Map<Integer, Long> starts, @Nullable Map<Integer, Long> ends) {
    Topics.partitions(kafka, 1);
    return new TopicReader(Topics.source(starts, ends), Map.of(), kafka, MACHINE, nanos::get);
  }

  private @Nullable OffsetAndMetadata committed() {
    return kafka.committed(Set.of(Topics.partition(0))).get(Topics.partition(0));
  }

  private static List<Long> rest(TopicReader reader) throws IOException {
    List<Long> offsets = new ArrayList<>();
    while (reader.advance()) {
      offsets.add(reader.getCurrent().id().offset());
    }
    return offsets;
  }

  private void poll(long... offsets) {
    kafka.schedulePollTask(
        () -> {
          for (long offset : offsets) {
            kafka.addRecord(new ConsumerRecord<>("flights", 0, offset, new byte[0], new byte[0]));
          }
        });
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }
}
