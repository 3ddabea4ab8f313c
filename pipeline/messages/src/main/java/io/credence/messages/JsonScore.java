package io.credence.messages;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import io.credence.score.ScoreColumns;
import io.credence.score.Scored;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * Writes scores as fields of JSON objects: a field for each column, by the column's name.
 *
 * <p>Not thread-safe.
 */
public final class JsonScore {

  /**
   * Java's own way to write a number takes a quarter of a message's time, and differs by version.
   */
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER).build();

  private final ScoreColumns columns;
  private final JsonRow fields;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /** What is not finite is written as a text, such as {@code "NaN"}: JSON has no number for it. */
  public JsonScore(ScoreColumns columns) {
    this(columns, false);
  }

  private JsonScore(ScoreColumns columns, boolean nulls) {
    this.columns = columns;
    this.fields = new JsonRow(columns.columns(), nulls);
  }

  /** What is not finite is written as null. */
  public static JsonScore withNulls(ScoreColumns columns) {
    return new JsonScore(columns, true);
  }

  /**
   * Writes a score as fields of the object that is open.
   *
   * @param out what it writes may lie in memory until it is flushed
   */
  public void write(Scored scored, JsonGenerator out) throws IOException {
    fields.write(columns.row(scored), out);
  }

  /**
   * An object with the score's fields behind those that it has. All else of it stays, to the byte.
   *
   * @param object in UTF-8, from its first brace to its last, without white space in between
   */
  public byte[] appendedTo(byte[] object, Scored scored) throws IOException {
    return spliced(object, object.length - 1, object.length == 2, fields(scored));
  }

  /** The fields of a score, without the braces around them. */
  byte[] fields(Scored scored) throws IOException {
    bytes.reset();
    try (JsonGenerator out = JSON.createGenerator(bytes)) {
      out.writeStartObject();
      write(scored, out);
      out.writeEndObject();
    }
    byte[] object = bytes.toByteArray();
    return Arrays.copyOfRange(object, 1, object.length - 1);
  }

  /**
   * Puts fields behind those of an object.
   *
   * @param end where its last brace is
   * @param empty whether it has none yet
   */
  static byte[] spliced(byte[] object, int end, boolean empty, byte[] fields) {
    byte[] comma = empty ? new byte[0] : new byte[] {','};
    byte[] enriched = new byte[object.length + comma.length + fields.length];
    System.arraycopy(object, 0, enriched, 0, end);
    System.arraycopy(comma, 0, enriched, end, comma.length);
    System.arraycopy(fields, 0, enriched, end + comma.length, fields.length);
    int rest = end + comma.length + fields.length;
    System.arraycopy(object, end, enriched, rest, object.length - end);
    return enriched;
  }
}
