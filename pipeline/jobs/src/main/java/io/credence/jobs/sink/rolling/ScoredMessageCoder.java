package io.credence.jobs.sink.rolling;

import io.credence.beam.DeadLetter;
import io.credence.beam.DeadLetterCoder;
import io.credence.beam.ScoredCoder;
import io.credence.kafka.Message;
import io.credence.kafka.ReadMessages;
import io.credence.score.Scored;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CustomCoder;
import org.apache.beam.sdk.coders.NullableCoder;

/** The message, and behind it what became of it. */
final class ScoredMessageCoder extends CustomCoder<ScoredMessage> {

  private static final long serialVersionUID = 1;

  private static final Coder<Message> MESSAGE = ReadMessages.coder();
  private static final NullableCoder<Scored> SCORED = NullableCoder.of(ScoredCoder.of());
  private static final NullableCoder<DeadLetter> LETTER = NullableCoder.of(DeadLetterCoder.of());

  @Override
  public void encode(ScoredMessage message, OutputStream out) throws IOException {
    MESSAGE.encode(message.message(), out);
    SCORED.encode(message.scored(), out);
    LETTER.encode(message.deadLetter(), out);
  }

  @Override
  public ScoredMessage decode(InputStream in) throws IOException {
    return new ScoredMessage(MESSAGE.decode(in), SCORED.decode(in), LETTER.decode(in));
  }

  @Override
  public void verifyDeterministic() {}
}
