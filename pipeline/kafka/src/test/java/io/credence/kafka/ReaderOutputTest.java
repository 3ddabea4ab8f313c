package io.credence.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

final class ReaderOutputTest {

  private static final String GROUP = "credence-flights";

  private final MockProducer<byte[], byte[]> kafka = Messages.producer();

  @Test
  void leavesOutWhatTheGroupHasCommitted() throws Exception {
    ReaderOutput output = output(Map.of(0, 8L, 1, 2L));
    write(output, 0, 6, 7); // Read again after a failure.
    output.commit();
    assertThat(kafka.commitCount()).isZero();

    write(output, 0, 7, 8, 9);
    write(output, 2, 0);
    output.commit();
    assertThat(kafka.history()).hasSize(3);
    assertThat(committed()).isEqualTo(Map.of(partition(0), 10L, partition(2), 1L));
  }

  @Test
  void andWhatItHasCommittedItself() throws Exception {
    ReaderOutput output = output(Map.of());
    write(output, 0, 0, 1);
    output.commit();
    write(output, 0, 1, 2);
    output.commit();
    assertThat(kafka.history()).hasSize(3);
    assertThat(committed()).isEqualTo(Map.of(partition(0), 3L));
  }

  @Test
  void aBundleWithoutMessagesIsNoTransaction() throws Exception {
    output(Map.of()).commit();
    assertThat(kafka.transactionInFlight()).isFalse();
    assertThat(kafka.commitCount()).isZero();
  }

  @Test
  void aCommitThatFailedIsNotTakenForOneThatWasDone() throws Exception {
    ReaderOutput output = output(Map.of());
    write(output, 0, 0);
    kafka.commitTransactionException = new TimeoutException("no answer");
    assertThatThrownBy(output::commit).isInstanceOf(IOException.class);
    kafka.commitTransactionException = null;
    assertThatThrownBy(output::commit).hasMessage("no answer");
    assertThatThrownBy(() -> write(output, 0, 1)).hasMessage("no answer");
    assertThat(kafka.commitCount()).isZero();
  }

  private ReaderOutput output(Map<Integer, Long> committed) {
    return new ReaderOutput(
        TransactionalWriter.open(kafka, GROUP, Duration.ZERO), Messages.INPUT, committed);
  }

  private static void write(ReaderOutput output, int partition, long... offsets)
      throws IOException {
    for (long offset : offsets) {
      MessageId id = Messages.id(partition, offset);
      output.write(id, Messages.of(id));
    }
  }

  private Map<TopicPartition, Long> committed() {
    int last = kafka.consumerGroupOffsetsHistory().size() - 1;
    Map<TopicPartition, OffsetAndMetadata> offsets =
        kafka.consumerGroupOffsetsHistory().get(last).getOrDefault(GROUP, Map.of());
    return offsets.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().offset()));
  }

  private static TopicPartition partition(int number) {
    return new TopicPartition(Messages.INPUT, number);
  }
}
