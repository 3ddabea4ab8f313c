package io.credence.random;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Sets {@link SampleStreams} to those of one record, or of one unseen level's effect: call {@link
 * #begin}, then {@code add} for each part of the key, then {@link #seed}.
 *
 * <p>The hash behind the streams is
 *
 * <pre>SHA-256( SHA-256("credence-2" | kind | run seed | noise id) | part | part | … )</pre>
 *
 * read as four big-endian integers, where a kind is {@code 'r'} for a record and {@code 'e'} for an
 * effect, a run seed is 8 bytes, a noise id 32 bytes, and a part is one of:
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

  static final int HASH_BYTES = 32;

  private final MessageDigest sha256 = newSha256();
  private final ByteBuffer hash = ByteBuffer.allocate(HASH_BYTES);
  private ByteBuffer message = ByteBuffer.allocate(512);

  private StreamSeeder(char kind, long runSeed, byte[] noiseId) {
    if (noiseId.length != HASH_BYTES) {
      throw new IllegalArgumentException(
          "A noise id has 32 bytes, but this one has " + noiseId.length);
    }
    sha256.update("credence-2".getBytes(StandardCharsets.US_ASCII));
    sha256.update((byte) kind);
    sha256.update(ByteBuffer.allocate(Long.BYTES).putLong(runSeed).flip());
    message.put(sha256.digest(noiseId));
  }

  /**
   * For the noise of records.
   *
   * @param runSeed the seed of the run
   * @param noiseId 32 bytes: the digest of the model, or of another one whose noise it borrows
   */
  public static StreamSeeder ofRecords(long runSeed, byte[] noiseId) {
    return new StreamSeeder('r', runSeed, noiseId);
  }

  /**
   * For the effects of unseen levels, which all records with such a level share.
   *
   * @param runSeed the seed of the run
   * @param noiseId 32 bytes: the digest of the model, or of another one whose noise it borrows
   */
  public static StreamSeeder ofEffects(long runSeed, byte[] noiseId) {
    return new StreamSeeder('e', runSeed, noiseId);
  }

  /** Forgets the parts of the key before. */
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

  /** Sets the streams to those that the parts since {@link #begin} stand for. */
  public void seed(SampleStreams streams) {
    digest();
    streams.restart(hash.rewind());
  }

  /**
   * Identifies what the parts since {@link #begin} stand for: the first half of the hash behind its
   * streams, in 32 hexadecimal digits.
   */
  public String id() {
    return HexFormat.of().formatHex(idBytes());
  }

  /** As {@link #id}, in 16 bytes. */
  public byte[] idBytes() {
    digest();
    return Arrays.copyOf(hash.array(), HASH_BYTES / 2);
  }

  private void digest() {
    sha256.update(message.array(), 0, message.position());
    try {
      sha256.digest(hash.array(), 0, HASH_BYTES);
    } catch (DigestException e) {
      throw new IllegalStateException(e);
    }
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
