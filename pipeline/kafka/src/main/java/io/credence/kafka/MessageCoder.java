package io.credence.kafka;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.CustomCoder;
import org.apache.beam.sdk.coders.NullableCoder;
import org.apache.beam.sdk.coders.VarLongCoder;

/** The fields of a message, one behind the other. */
final class MessageCoder extends CustomCoder<Message> {

  private static final long serialVersionUID = 1;
  private static final VarLongCoder TIMESTAMP = VarLongCoder.of();
  private static final NullableCoder<byte[]> BYTES = NullableCoder.of(ByteArrayCoder.of());
  private static final HeadersCoder HEADERS = new HeadersCoder();

  @Override
  public void encode(Message message, OutputStream out) throws IOException {
    RecordIdCoder.encode(message.id(), out);
    TIMESTAMP.encode(message.timestamp(), out);
    BYTES.encode(message.key(), out);
    BYTES.encode(message.value(), out);
    HEADERS.encode(message.headers(), out);
  }

  @Override
  public Message decode(InputStream in) throws IOException {
    return new Message(
        RecordIdCoder.message(in),
        TIMESTAMP.decode(in),
        BYTES.decode(in),
        BYTES.decode(in),
        HEADERS.decode(in));
  }

  @Override
  public void verifyDeterministic() {}
}
