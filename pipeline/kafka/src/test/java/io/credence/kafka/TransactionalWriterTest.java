package io.credence.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

final class TransactionalWriterTest {

  private static final String GROUP = "credence-flights";
  private static final Duration PARTING = Duration.ofSeconds(5);

  private final MockProducer<byte[], byte[]> kafka = Messages.producer();

  @Test
  void messagesAndOffsetsStayTogether() throws Exception {
    TransactionalWriter writer = open();
    writer.write(Messages.of(Messages.id(0, 7)));
    writer.write(Messages.of(Messages.id(0, 8)));
    assertThat(kafka.history()).isEmpty();

    writer.commit(Messages.INPUT, Map.of(0, 9L));

    assertThat(kafka.history()).hasSize(2);
    assertThat(kafka.consumerGroupOffsetsHistory())
        .containsExactly(
            Map.of(GROUP, Map.of(new TopicPartition(Messages.INPUT, 0), new OffsetAndMetadata(9))));
    assertThat(kafka.transactionInFlight()).isFalse();
  }

  @Test
  void eachCommitIsATransaction() throws Exception {
    TransactionalWriter writer = open();
    writer.write(Messages.of(Messages.id(0, 7)));
    writer.commit(Messages.INPUT, Map.of(0, 8L));
    writer.commit(Messages.INPUT, Map.of(1, 3L)); // Offsets alone.
    writer.write(Messages.of(Messages.id(0, 8)));
    assertThat(kafka.commitCount()).isEqualTo(2);
    assertThat(kafka.transactionInFlight()).isTrue();
  }

  @Test
  void aWriterThatIsFencedSaysSoAndWritesNothingMore() throws Exception {
    TransactionalWriter writer = open();
    writer.write(Messages.of(Messages.id(0, 7)));
    kafka.fenceProducer();

    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> writer.commit(Messages.INPUT, Map.of(0, 8L)))
          .isInstanceOf(IOException.class)
          .hasMessage(
              "another writer of the group 'credence-flights' has begun, or this one stood still"
                  + " for too long");
    }
    assertThat(kafka.history()).isEmpty();
    assertThat(kafka.commitCount()).isZero();
  }

  @Test
  void soDoesOneThatLearnsItOfAMessage() throws Exception {
    TransactionalWriter writer = open();
    writer.write(Messages.of(Messages.id(0, 7)));
    kafka.errorNext(new InvalidProducerEpochException("old epoch"));
    assertThatThrownBy(() -> writer.write(Messages.of(Messages.id(0, 8))))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("another writer of the group 'credence-flights' has begun");
  }

  @Test
  void aMessageThatFailsIsNamedAndNothingIsCommitted() throws Exception {
    TransactionalWriter writer = open();
    writer.write(Messages.of(Messages.id(0, 7)));
    writer.write(Messages.of(Messages.id(0, 8)));
    kafka.errorNext(new RecordTooLargeException("9 is more than 8"));

    assertThatThrownBy(() -> writer.commit(Messages.INPUT, Map.of(0, 9L)))
        .isInstanceOf(IOException.class)
        .hasMessage("The message made of flights/0/7 can't be written to scored: 9 is more than 8");
    assertThat(kafka.sentOffsets()).isFalse();
    assertThat(kafka.commitCount()).isZero();
  }

  /** The commit may have been done: only a new writer, which ends it first, can know. */
  @Test
  void aCommitWithoutAnswerIsTheLastOfItsWriter() throws Exception {
    TransactionalWriter writer = open();
    writer.write(Messages.of(Messages.id(0, 7)));
    kafka.commitTransactionException = new TimeoutException("no answer within 60000ms");
    assertThatThrownBy(() -> writer.commit(Messages.INPUT, Map.of(0, 8L)))
        .isInstanceOf(IOException.class)
        .hasMessage("no answer within 60000ms");

    kafka.commitTransactionException = null;
    assertThatThrownBy(() -> writer.write(Messages.of(Messages.id(0, 7))))
        .hasMessage("no answer within 60000ms");
    assertThatThrownBy(() -> writer.commit(Messages.INPUT, Map.of(0, 8L)))
        .hasMessage("no answer within 60000ms");
    assertThat(kafka.uncommittedRecords()).hasSize(1);
  }

  @Test
  void offsetsThatAreRefusedEndIt() throws Exception {
    TransactionalWriter writer = open();
    writer.write(Messages.of(Messages.id(0, 7)));
    kafka.sendOffsetsToTransactionException =
        new KafkaException(
            "in an error state", new TimeoutException("the coordinator is not available"));
    assertThatThrownBy(() -> writer.commit(Messages.INPUT, Map.of(0, 8L)))
        .isInstanceOf(IOException.class)
        .hasMessage("the coordinator is not available");
    assertThat(kafka.commitCount()).isZero();
  }

  @Test
  void aTransactionThatCannotBeginEndsIt() {
    TransactionalWriter writer = open();
    kafka.beginTransactionException = new KafkaException("in an error state");
    assertThatThrownBy(() -> writer.write(Messages.of(Messages.id(0, 7))))
        .isInstanceOf(IOException.class)
        .hasMessage("in an error state");
  }

  @Test
  void aProducerThatCannotBeginIsClosed() {
    kafka.initTransactionException = new TimeoutException("no coordinator");
    assertThatThrownBy(this::open).hasMessage("no coordinator");
    assertThat(kafka.closed()).isTrue();
  }

  @Test
  void closingLeavesTimeToAbort() {
    Duration[] waited = new Duration[1];
    MockProducer<byte[], byte[]> asked =
        new MockProducer<>() {
          @Override
          public void close(Duration timeout) {
            waited[0] = timeout;
          }
        };
    TransactionalWriter.open(asked, GROUP, PARTING).close();
    assertThat(waited[0]).isEqualTo(PARTING);
  }

  private TransactionalWriter open() {
    return TransactionalWriter.open(kafka, GROUP, PARTING);
  }
}
