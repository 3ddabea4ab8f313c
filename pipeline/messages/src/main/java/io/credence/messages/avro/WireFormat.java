package io.credence.messages.avro;

import io.credence.deadletter.UnscorableException;
import io.credence.messages.Undecodable;
import java.nio.ByteBuffer;
import java.util.Locale;

/** What Confluent's serializers put before a record: a zero, and the number of its schema. */
final class WireFormat {

  private static final byte MAGIC = 0;

  /** How long that is. */
  static final int HEAD_BYTES = 1 + Integer.BYTES;

  private WireFormat() {}

  static byte[] head(int schema) {
    return ByteBuffer.allocate(HEAD_BYTES).put(MAGIC).putInt(schema).array();
  }

  /** The number of a message's schema. */
  static int schema(byte[] message) throws UnscorableException {
    if (message.length < HEAD_BYTES) {
      throw Undecodable.because(
          String.format(
              Locale.ROOT,
              "must begin with a zero and the number of a schema, but has only %d bytes",
              message.length));
    }
    if (message[0] != MAGIC) {
      throw Undecodable.because(
          String.format(
              Locale.ROOT,
              "must begin with a zero and the number of a schema, but begins with the byte 0x%02x",
              message[0]));
    }
    return ByteBuffer.wrap(message).getInt(1);
  }
}
