package io.credence.kafka;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.CustomCoder;
import org.apache.beam.sdk.coders.NullableCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.coders.VarLongCoder;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** The fields of a message, one behind the other. */
final class MessageCoder extends CustomCoder<Message> {

  private static final long serialVersionUID = 1;

  private static final StringUtf8Coder TEXT = StringUtf8Coder.of();
  private static final VarIntCoder INT = VarIntCoder.of();
  private static final VarLongCoder LONG = VarLongCoder.of();
  private static final NullableCoder<byte[]> BYTES = NullableCoder.of(ByteArrayCoder.of());

  @Override
  public void encode(Message message, OutputStream out) throws IOException {
    MessageId id = message.id();
    TEXT.encode(id.topic(), out);
    INT.encode(id.partition(), out);
    LONG.encode(id.offset(), out);
    INT.encode(id.reader(), out);
    LONG.encode(message.timestamp(), out);
    BYTES.encode(message.key(), out);
    BYTES.encode(message.value(), out);
    Header[] headers = message.headers().toArray();
    INT.encode(headers.length, out);
    for (Header header : headers) {
      TEXT.encode(header.key(), out);
      BYTES.encode(header.value(), out);
    }
  }

  @Override
  public Message decode(InputStream in) throws IOException {
    MessageId id = new MessageId(TEXT.decode(in), INT.decode(in), LONG.decode(in), INT.decode(in));
    return new Message(id, LONG.decode(in), BYTES.decode(in), BYTES.decode(in), headers(in));
  }

  private static Headers headers(InputStream in) throws IOException {
    RecordHeaders headers = new RecordHeaders();
    for (int left = INT.decode(in); left > 0; left--) {
      headers.add(TEXT.decode(in), BYTES.decode(in));
    }
    return headers;
  }

  @Override
  public void verifyDeterministic() {}
}
