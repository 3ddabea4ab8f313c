package io.credence.jobs.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credence.kafka.ClientSettings;
import io.credence.kafka.OutgoingMessage;
import io.credence.kafka.TopicLocation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class TopicReplayTest {

  private static final TopicPartition PARTITION = new TopicPartition("dead", 0);

  private final MockConsumer<byte[], byte[]> kafka = new MockConsumer<>(OffsetResetStrategy.NONE);
  private final List<String> sent = new ArrayList<>();
  private final List<Map<Integer, Long>> committed = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final AtomicLong nanos = new AtomicLong();

  /** Offsets 2 to 4, of which the last is none of a message, but the mark of a transaction. */
  @BeforeEach
  void aTopic() {
    kafka.updatePartitions(
        "dead", List.of(new PartitionInfo("dead", 0, Node.noNode(), new Node[0], new Node[0])));
    kafka.assign(List.of(PARTITION)); // It says 0 for what a group has committed of others.
    kafka.updateBeginningOffsets(Map.of(PARTITION, 2L));
    kafka.updateEndOffsets(Map.of(PARTITION, 5L));
  }

  @Test
  void sendsWhatIsThereAndCommitsTheEnd() throws Exception {
    poll(List.of(letter(2, "WRONG_TYPE"), letter(3, "UNSEEN_LEVEL")));
    kafka.schedulePollTask(() -> kafka.seek(PARTITION, 5));

    ReplayTally tally = replay(false);

    assertThat(tally.sent()).isEqualTo(1);
    assertThat(tally.leftOutByCode()).containsExactly(Map.entry("UNSEEN_LEVEL", 1L));
    assertThat(sent).containsExactly("dead/0/2");
    assertThat(committed).containsExactly(Map.of(0, 4L), Map.of(0, 5L));
    assertThat(notes).isEmpty();
  }

  @Test
  void messagesBehindTheEndWaitForTheNextReplay() throws Exception {
    poll(
        List.of(
            letter(2, "WRONG_TYPE"),
            letter(3, "WRONG_TYPE"),
            letter(4, "WRONG_TYPE"),
            letter(5, "A")));
    ReplayTally tally = replay(false);
    assertThat(tally.read()).isEqualTo(3);
    assertThat(committed).containsExactly(Map.of(0, 5L));
  }

  @Test
  void goesOnWhereTheGroupStands() throws Exception {
    kafka.commitSync(Map.of(PARTITION, new OffsetAndMetadata(5)));
    assertThat(replay(false).read()).isZero();
    assertThat(committed).isEmpty();
  }

  @Test
  void fromTheEarliestItForgetsWhereTheGroupStoodFirst() throws Exception {
    kafka.commitSync(Map.of(PARTITION, new OffsetAndMetadata(5)));
    poll(List.of(letter(4, "WRONG_TYPE")));
    replay(true);
    assertThat(committed).containsExactly(Map.of(0, 2L), Map.of(0, 5L));
  }

  @Test
  void saysWhatWasDeletedBeforeItWasReplayed() throws Exception {
    kafka.commitSync(Map.of(PARTITION, new OffsetAndMetadata(0)));
    poll(List.of(letter(4, "WRONG_TYPE")));
    replay(false);
    assertThat(notes)
        .containsExactly("dead, partition 0: offsets 0 to 1 are gone, which were never replayed");
  }

  @Test
  void aTopicThatIsShorterThanItWasIsAnother() {
    kafka.commitSync(Map.of(PARTITION, new OffsetAndMetadata(9)));
    assertThatThrownBy(() -> replay(false))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "partition 0 of dead ends at offset 5, but the last replay came to 9, so that was"
                + " another topic of this name; --startAt=earliest replays all of this one");
    assertThat(committed).isEmpty();
  }

  @Test
  void givesUpOnATopicOfWhichNothingComes() {
    assertThatThrownBy(() -> replay(false))
        .isInstanceOf(IOException.class)
        .hasMessage("kafka://h:1/dead: nothing could be read for 60 seconds");
  }

  @Test
  void whatIsDeletedWhileItReadsIsAFailure() {
    kafka.setPollException(new OffsetOutOfRangeException(Map.of(PARTITION, 2L)));
    assertThatThrownBy(() -> replay(false))
        .isInstanceOf(IOException.class)
        .hasMessage("dead letters were deleted before they could be read");
  }

  private ReplayTally replay(boolean fromEarliest) throws IOException {
    ReplayTo to =
        new ReplayTo(
            new TopicLocation("h:1", "flights"),
            Set.of("WRONG_TYPE"),
            new ClientSettings(null),
            false);
    return new TopicReplay(
            new TopicLocation("h:1", "dead"),
            to,
            () -> nanos.getAndAdd(TimeUnit.SECONDS.toNanos(1)))
        .run(kafka, fromEarliest, this::commit, notes::add);
  }

  private void commit(List<OutgoingMessage> messages, Map<Integer, Long> next) {
    messages.forEach(message -> sent.add(message.id().toString()));
    committed.add(new TreeMap<>(next));
  }

  private void poll(List<ConsumerRecord<byte[], byte[]>> letters) {
    kafka.schedulePollTask(() -> letters.forEach(kafka::addRecord));
  }

  private static ConsumerRecord<byte[], byte[]> letter(long offset, String code) {
    Headers headers =
        new RecordHeaders()
            .add("credence.record_id", ("flights/0/" + offset).getBytes(UTF_8))
            .add("credence.dead_letter.code", code.getBytes(UTF_8));
    return new ConsumerRecord<>(
        "dead",
        0,
        offset,
        5,
        TimestampType.CREATE_TIME,
        0,
        0,
        null,
        new byte[0],
        headers,
        Optional.empty());
  }
}
