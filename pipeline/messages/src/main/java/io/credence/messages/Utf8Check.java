package io.credence.messages;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;

/**
 * Finds bytes that are not UTF-8: parsers of JSON and Avro let many of them pass, or replace them
 * without a word.
 *
 * <p>Not thread-safe.
 */
public final class Utf8Check {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

  private static final long NOT_ASCII = 0x8080808080808080L;

  /** The JDK's, which refuses what is malformed: forms that are too long, and half surrogates. */
  private final CharsetDecoder decoder = UTF_8.newDecoder();

  private final CharBuffer unused = CharBuffer.allocate(512);

  /**
   * The position of the first byte that is not part of a character; negative when all are.
   *
   * @param from where to begin
   * @param to behind the last byte
   */
  public int malformed(byte[] bytes, int from, int to) {
    int ascii = from;
    while (ascii + Long.BYTES <= to && ((long) LONGS.get(bytes, ascii) & NOT_ASCII) == 0) {
      ascii += Long.BYTES;
    }
    while (ascii < to && bytes[ascii] >= 0) {
      ascii++;
    }
    return ascii == to ? -1 : malformed(ByteBuffer.wrap(bytes, ascii, to - ascii));
  }

  private int malformed(ByteBuffer bytes) {
    decoder.reset();
    CoderResult result;
    do {
      result = decoder.decode(bytes, unused.clear(), true);
    } while (result.isOverflow());
    return result.isError() ? bytes.position() : -1;
  }
}
