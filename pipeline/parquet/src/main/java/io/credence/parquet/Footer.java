package io.credence.parquet;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.conf.PlainParquetConfiguration;

/**
 * Reads a footer, and says in plain words why a file has none. The bytes are fetched first and
 * parsed from memory, so that a failing disk and a damaged file cannot be mixed up.
 */
final class Footer {

  private static final String MAGIC = "PAR1";
  private static final String ENCRYPTED_MAGIC = "PARE";
  private static final String RIGHT = "; a Parquet file begins and ends with PAR1";
  private static final int TAIL = 8;

  /**
   * How much is fetched at first. An object's end has come when it is opened, so much of it as
   * {@code S3Channel.LEAST} says; were this more, each footer would cost a request more.
   */
  private static final int END = 1 << 16;

  /** Magic, length of an empty footer, magic. */
  private static final int SMALLEST = 12;

  /**
   * Footers of a thousand row groups of a thousand columns have about this size, and parsed they
   * take ten times as much memory.
   */
  private static final int LARGEST = 128 << 20;

  private Footer() {}

  static ParsedFooter read(String file, ChannelInput in)
      throws IOException, UnreadableParquetException {
    long length = in.getLength();
    // Across a network each piece is a question of its own, and the end mostly holds all of it. The
    // start is only looked at to tell what is wrong.
    byte[] end = in.bytes(Math.max(0, length - END), (int) Math.min(END, length));
    if (length < SMALLEST || !lastOf(end).equals(MAGIC)) {
      throw withoutFooter(file, length, in.bytes(0, (int) Math.min(SMALLEST, length)), end);
    }
    int footer = ByteBuffer.wrap(end).order(ByteOrder.LITTLE_ENDIAN).getInt(end.length - TAIL);
    if (footer < 0 || footer > length - SMALLEST) {
      throw unreadable(
          file, "damaged: says its footer has " + footer + " bytes, but the file has " + length);
    }
    if (footer > LARGEST) {
      throw unreadable(
          file, "its footer has %s bytes; what can be read is %s".formatted(footer, LARGEST));
    }
    int inEnd = end.length - TAIL - footer;
    byte[] bytes =
        inEnd >= 0
            ? Arrays.copyOfRange(end, inEnd, inEnd + footer)
            : in.bytes(length - TAIL - footer, footer);
    return new FooterParser(file).parse(bytes, length - TAIL - footer);
  }

  /** Says what a file is that does not end as it should, by how it begins. */
  private static UnreadableParquetException withoutFooter(
      String file, long length, byte[] first, byte[] end) {
    if (length == 0) {
      return unreadable(file, "has 0 bytes" + RIGHT);
    }
    String start = text(first);
    if (start.startsWith(ENCRYPTED_MAGIC)) {
      return UnreadableParquetException.encrypted(file);
    }
    if (!start.startsWith(MAGIC)) {
      return unreadable(file, "is no Parquet file: begins with \"" + visible(start) + '"' + RIGHT);
    }
    if (length < SMALLEST) {
      return unreadable(file, "cut short: has only " + length + " bytes" + RIGHT);
    }
    if (lastOf(end).equals(ENCRYPTED_MAGIC)) {
      return UnreadableParquetException.encrypted(file);
    }
    return unreadable(
        file,
        "cut short: begins like a Parquet file, but after "
            + length
            + " bytes there is no footer at the end; copy or write it again");
  }

  /**
   * How all of a file is read: without Hadoop's configuration, checking the pages' checksums.
   *
   * @param maxPageBytes the most that a page may unpack to
   */
  static ParquetReadOptions options(long maxPageBytes) {
    return ParquetReadOptions.builder(new PlainParquetConfiguration())
        .withCodecFactory(new Codecs(maxPageBytes))
        .usePageChecksumVerification()
        .build();
  }

  private static UnreadableParquetException unreadable(String file, String problem) {
    return new UnreadableParquetException(file, problem, null);
  }

  private static String lastOf(byte[] end) {
    return text(Arrays.copyOfRange(end, end.length - MAGIC.length(), end.length));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, ISO_8859_1);
  }

  private static String visible(String text) {
    return text.replaceAll("[^ -~]", ".");
  }
}
