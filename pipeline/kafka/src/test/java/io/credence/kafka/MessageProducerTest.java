package io.credence.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

final class MessageProducerTest {

  private final MockProducer<byte[], byte[]> kafka = Messages.producer();
  private final MessageProducer producer = new MessageProducer(kafka);

  @Test
  void aKeyChoosesThePartition() throws Exception {
    producer.send(Messages.of(Messages.id(2, 7), "key"));
    assertThat(sent().partition()).isNull();
    assertThat(sent().timestamp()).isEqualTo(5);
  }

  @Test
  void withoutAKeyItIsTheNumberOfTheOneThatWasRead() throws Exception {
    producer.send(Messages.of(Messages.id(5, 7), null));
    assertThat(sent().partition()).isEqualTo(5 % 3);
  }

  @Test
  void whatWasReadFromNoPartitionGoesWhereTheClientWants() throws Exception {
    producer.send(Messages.of(new DeadLetterPlace("rejected/a.jsonl#3"), null));
    assertThat(sent().partition()).isNull();
  }

  @Test
  void aMessageWithoutTimeGetsThatOfWriting() throws Exception {
    producer.send(
        new OutgoingMessage(
            Messages.OUTPUT, Messages.id(0, 1), -1, null, null, new RecordHeaders()));
    assertThat(sent().timestamp()).isNull();
    assertThat(sent().value()).isNull();
  }

  @Test
  void nothingIsWrittenBehindAMessageThatFailed() throws Exception {
    producer.send(Messages.of(Messages.id(0, 7)));
    producer.send(Messages.of(Messages.id(0, 8)));
    kafka.errorNext(new RecordTooLargeException("9 is more than 8"));

    assertThat(kafka.closed()).isTrue();
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> producer.send(Messages.of(Messages.id(0, 9))))
          .isInstanceOf(IOException.class)
          .hasMessage(
              "The message made of flights/0/7 can't be written to scored: 9 is more than 8");
    }
  }

  @Test
  void norBehindOneThatCouldNotEvenBeSent() {
    kafka.sendException = new TimeoutException("scored not present in metadata");
    assertThatThrownBy(() -> producer.send(Messages.of(new RowId("a.parquet", 3))))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "The message made of a.parquet/0/3 can't be written to scored: scored not present in"
                + " metadata");

    kafka.sendException = null;
    assertThatThrownBy(() -> producer.send(Messages.of(Messages.id(0, 8))))
        .hasMessageContaining("a.parquet/0/3");
    assertThat(kafka.closed()).isTrue();
    assertThat(kafka.history()).isEmpty();
  }

  @Test
  void aTopicThatIsNotThereFails() {
    kafka.partitionsForException = new TimeoutException("no metadata");
    assertThatThrownBy(() -> producer.send(Messages.of(Messages.id(0, 8), null)))
        .isInstanceOf(IOException.class)
        .hasMessageEndingWith("can't be written to scored: no metadata");
  }

  @Test
  void flushSaysWhatFailedMeanwhile() throws Exception {
    producer.send(Messages.of(Messages.id(0, 7)));
    kafka.errorNext(new TimeoutException("too late"));
    assertThatThrownBy(producer::flush)
        .isInstanceOf(IOException.class)
        .hasMessageEndingWith("too late");
  }

  @Test
  void aFlushIsGoodWhenAllIsWritten() throws Exception {
    producer.send(Messages.of(Messages.id(0, 7)));
    producer.flush();
    assertThat(kafka.flushed()).isTrue();
    assertThat(kafka.history()).hasSize(1);
  }

  @Test
  void oneThatWasClosedIsNotUsedByMistake() {
    producer.close();
    assertThatThrownBy(() -> producer.send(Messages.of(Messages.id(0, 7))))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void closingDoesNotWait() {
    Duration[] waited = new Duration[1];
    MockProducer<byte[], byte[]> asked =
        new MockProducer<>() {
          @Override
          public void close(Duration timeout) {
            waited[0] = timeout;
          }
        };
    new MessageProducer(asked).close();
    assertThat(waited[0]).isZero();
  }

  private ProducerRecord<byte[], byte[]> sent() {
    return kafka.history().get(0);
  }
}
