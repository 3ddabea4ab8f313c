package io.credence.schemas;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.avro.Schema;

/** The Avro schemas of what Credence hands on. */
public final class AvroSchemas {

  /** A record that could not be scored: {@code dead-letter.avsc}. */
  public static final Schema DEAD_LETTER = parse("dead-letter.avsc");

  /** The reduction of a record's samples: {@code score.avsc}. */
  public static final Schema SCORE = parse("score.avsc");

  /** A figure of a segment of an evaluation: {@code segment-figure.avsc}. */
  public static final Schema SEGMENT_FIGURE = parse("segment-figure.avsc");

  /** A bin of the PIT of a segment: {@code pit-bin.avsc}. */
  public static final Schema PIT_BIN = parse("pit-bin.avsc");

  private AvroSchemas() {}

  private static Schema parse(String resource) {
    try (InputStream in = AvroSchemas.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("The jar lacks " + resource);
      }
      return new Schema.Parser().parse(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
