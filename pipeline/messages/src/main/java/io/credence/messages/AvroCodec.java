package io.credence.messages;

import io.credence.deadletter.UnscorableException;
import io.credence.score.Scored;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads Avro, and writes what the output takes. */
final class AvroCodec implements MessageCodec {

  private final AvroMessage message;
  private final AvroOutput.Writer writer;

  AvroCodec(AvroMessage message, AvroOutput.Writer writer) {
    this.message = message;
    this.writer = writer;
  }

  @Override
  public void read(byte @Nullable [] value) throws UnscorableException, IOException {
    message.read(value);
  }

  @Override
  public @Nullable Object value(int field) {
    return message.value(field);
  }

  @Override
  public byte[] with(Scored scored) throws IOException {
    return writer.write(message, scored);
  }
}
