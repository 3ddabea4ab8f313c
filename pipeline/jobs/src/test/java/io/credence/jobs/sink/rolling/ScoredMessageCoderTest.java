package io.credence.jobs.sink.rolling;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.credence.beam.DeadLetter;
import io.credence.deadletter.DeadLetterCode;
import io.credence.kafka.Message;
import io.credence.kafka.MessageId;
import io.credence.score.Scored;
import io.credence.summary.OutputSummary;
import io.credence.summary.Summary;
import java.util.List;
import org.apache.beam.sdk.util.CoderUtils;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

/** What became of a message reaches the writer as it was. */
class ScoredMessageCoderTest {

  private static final Message MESSAGE =
      new Message(new MessageId("t", 3, 4, 1), -1, null, "{}".getBytes(UTF_8), new RecordHeaders());

  @Test
  void aScore() throws Exception {
    double[] one = {1};
    double[] two = {1, 2};
    Scored scored =
        Scored.of(
            new OutputSummary[] {Summary.of(1, 1, 1, 1, two, two, one, one, two, one)},
            List.of("a=b"),
            new double[][] {one});

    ScoredMessage copy = copy(new ScoredMessage(MESSAGE, scored, null));

    assertThat(copy.scored()).isEqualTo(scored);
    assertThat(copy.message().id()).isEqualTo(MESSAGE.id());
    assertThat(copy.message().value()).isEqualTo(MESSAGE.value());
    assertThat(copy.deadLetter()).isNull();
  }

  @Test
  void aDeadLetter() throws Exception {
    DeadLetter letter =
        new DeadLetter(DeadLetterCode.UNDECODABLE, "why", null, null, null, null, "m", "1", "00");

    ScoredMessage copy = copy(new ScoredMessage(MESSAGE, null, letter));

    assertThat(copy.deadLetter()).isEqualTo(letter);
    assertThat(copy.scored()).isNull();
  }

  private static ScoredMessage copy(ScoredMessage message) throws Exception {
    ScoredMessageCoder coder = new ScoredMessageCoder();
    return CoderUtils.decodeFromByteArray(coder, CoderUtils.encodeToByteArray(coder, message));
  }
}
