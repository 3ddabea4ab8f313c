package io.credence.kafka;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.CustomCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;

/** The topic, and behind it the message. */
final class OutgoingMessageCoder extends CustomCoder<OutgoingMessage> {

  private static final long serialVersionUID = 1;

  private static final StringUtf8Coder TOPIC = StringUtf8Coder.of();
  private static final MessageCoder MESSAGE = new MessageCoder();

  @Override
  public void encode(OutgoingMessage message, OutputStream out) throws IOException {
    TOPIC.encode(message.topic(), out);
    MESSAGE.encode(message.message(), out);
  }

  @Override
  public OutgoingMessage decode(InputStream in) throws IOException {
    return new OutgoingMessage(TOPIC.decode(in), MESSAGE.decode(in));
  }

  @Override
  public void verifyDeterministic() {}
}
