package io.credence.random;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * Sets a {@link RecordStream} to the stream of one record: call {@link #begin}, then {@code add}
 * for each part of the record's key, then {@link #seed}.
 *
 * <p>The state of the stream is
 *
 * <pre>SHA-256( SHA-256("credence-1" | run seed | model digest) | part | part | … )</pre>
 *
 * read as four big-endian integers, where a run seed is 8 bytes, a model digest 32 bytes, and a
 * part is one of:
 *
 * <ul>
 *   <li>{@code 'i'} and 8 bytes: an integer, or a real number that equals one;
 *   <li>{@code 'd'} and the 8 bytes of its IEEE 754 form: any other real number;
 *   <li>{@code 's'}, a length in 4 bytes, and that many bytes of UTF-8: a text.
 * </ul>
 *
 * All integers are big-endian. A number has one encoding whether a format delivers it as integer or
 * as real, so a record keeps its noise when it arrives as JSON instead of Parquet. Lengths and tags
 * make sure that different keys never encode alike.
 *
 * <p>Not thread-safe; it allocates nothing but the UTF-8 form of a text.
 */
public final class StreamSeeder {

  private static final int HASH_BYTES = 32;

  private final MessageDigest sha256 = newSha256();
  private final ByteBuffer hash = ByteBuffer.allocate(HASH_BYTES);
  private ByteBuffer message = ByteBuffer.allocate(512);

  /**
   * @param runSeed the seed of the run
   * @param modelDigest the 32 bytes of the model's digest
   */
  public StreamSeeder(long runSeed, byte[] modelDigest) {
    if (modelDigest.length != HASH_BYTES) {
      throw new IllegalArgumentException(
          "A model digest has 32 bytes, but this one has " + modelDigest.length);
    }
    sha256.update("credence-1".getBytes(StandardCharsets.US_ASCII));
    sha256.update(ByteBuffer.allocate(Long.BYTES).putLong(runSeed).flip());
    message.put(sha256.digest(modelDigest));
  }

  /** Forgets the parts of the record before. */
  public void begin() {
    message.position(HASH_BYTES);
  }

  public void add(long value) {
    ensureRoom(1 + Long.BYTES);
    message.put((byte) 'i').putLong(value);
  }

  public void add(double value) {
    // -0.0 equals the integer 0 and is encoded as such.
    if (value == Math.rint(value) && Math.abs(value) < 0x1p63) {
      add((long) value);
      return;
    }
    ensureRoom(1 + Double.BYTES);
    message.put((byte) 'd').putLong(Double.doubleToLongBits(value));
  }

  public void add(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    ensureRoom(1 + Integer.BYTES + utf8.length);
    message.put((byte) 's').putInt(utf8.length).put(utf8);
  }

  /** Sets the stream to the beginning of the record whose parts were added. */
  public void seed(RecordStream stream) {
    sha256.update(message.array(), 0, message.position());
    try {
      sha256.digest(hash.array(), 0, HASH_BYTES);
    } catch (DigestException e) {
      throw new IllegalStateException(e);
    }
    stream.restart(hash.rewind());
  }

  private void ensureRoom(int bytes) {
    if (message.remaining() < bytes) {
      int position = message.position();
      int capacity = Math.max(2 * message.capacity(), position + bytes);
      message = ByteBuffer.wrap(Arrays.copyOf(message.array(), capacity)).position(position);
    }
  }

  private static MessageDigest newSha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
