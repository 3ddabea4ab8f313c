package io.credence.kafka;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.BooleanCoder;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.CustomCoder;
import org.apache.beam.sdk.coders.NullableCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarLongCoder;

/** The fields of a message, one behind the other. */
final class OutgoingMessageCoder extends CustomCoder<OutgoingMessage> {

  private static final long serialVersionUID = 1;
  private static final StringUtf8Coder TOPIC = StringUtf8Coder.of();
  private static final RecordIdCoder ID = new RecordIdCoder();
  private static final VarLongCoder TIMESTAMP = VarLongCoder.of();
  private static final NullableCoder<byte[]> BYTES = NullableCoder.of(ByteArrayCoder.of());
  private static final HeadersCoder HEADERS = new HeadersCoder();
  private static final BooleanCoder HAS_MORE = BooleanCoder.of();

  @Override
  public void encode(OutgoingMessage message, OutputStream out) throws IOException {
    encodeOne(message, out);
    OutgoingMessage beside = message.beside();
    HAS_MORE.encode(beside != null, out);
    if (beside != null) {
      encodeOne(beside, out);
    }
  }

  private static void encodeOne(OutgoingMessage message, OutputStream out) throws IOException {
    TOPIC.encode(message.topic(), out);
    ID.encode(message.id(), out);
    TIMESTAMP.encode(message.timestamp(), out);
    BYTES.encode(message.key(), out);
    BYTES.encode(message.value(), out);
    HEADERS.encode(message.headers(), out);
  }

  @Override
  public OutgoingMessage decode(InputStream in) throws IOException {
    OutgoingMessage message = decodeOne(in);
    return HAS_MORE.decode(in) ? message.with(decodeOne(in)) : message;
  }

  private static OutgoingMessage decodeOne(InputStream in) throws IOException {
    return new OutgoingMessage(
        TOPIC.decode(in),
        ID.decode(in),
        TIMESTAMP.decode(in),
        BYTES.decode(in),
        BYTES.decode(in),
        HEADERS.decode(in));
  }

  @Override
  public void verifyDeterministic() {}
}
