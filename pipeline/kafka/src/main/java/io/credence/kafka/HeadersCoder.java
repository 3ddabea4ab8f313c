package io.credence.kafka;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.CustomCoder;
import org.apache.beam.sdk.coders.NullableCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** How many headers there are, and their names and values. */
final class HeadersCoder extends CustomCoder<Headers> {

  private static final long serialVersionUID = 1;
  private static final VarIntCoder COUNT = VarIntCoder.of();
  private static final StringUtf8Coder NAME = StringUtf8Coder.of();
  private static final NullableCoder<byte[]> VALUE = NullableCoder.of(ByteArrayCoder.of());

  @Override
  public void encode(Headers headers, OutputStream out) throws IOException {
    Header[] all = headers.toArray();
    COUNT.encode(all.length, out);
    for (Header header : all) {
      NAME.encode(header.key(), out);
      VALUE.encode(header.value(), out);
    }
  }

  @Override
  public Headers decode(InputStream in) throws IOException {
    RecordHeaders headers = new RecordHeaders();
    for (int left = COUNT.decode(in); left > 0; left--) {
      headers.add(NAME.decode(in), VALUE.decode(in));
    }
    return headers;
  }

  @Override
  public void verifyDeterministic() {}
}
