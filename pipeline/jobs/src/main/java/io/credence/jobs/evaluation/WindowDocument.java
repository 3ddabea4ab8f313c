package io.credence.jobs.evaluation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * The figures of a window of a stream as JSON; {@code evaluation-window.schema.json} says what each
 * part means. The same evaluation gives the same bytes.
 *
 * @param start when the window begins: the first time of a message of it
 * @param end when it ends: the first time behind it
 * @param part 1; more where something came after the window had been closed, which is in a document
 *     of its own
 * @param evaluation the figures
 */
public record WindowDocument(
    int formatVersion, String start, String end, int part, EvaluationDocument evaluation) {

  /** The version of this format. A field that it has keeps its meaning; others may be added. */
  private static final int FORMAT = 1;

  /** The document of a window. */
  public static WindowDocument of(
      Instant start, Instant end, int part, EvaluationDocument evaluation) {
    return new WindowDocument(FORMAT, start.toString(), end.toString(), part, evaluation);
  }

  /** The document as it is written. */
  public byte[] json() throws IOException {
    return (EvaluationDocument.JSON.writeValueAsString(this) + "\n")
        .getBytes(StandardCharsets.UTF_8);
  }
}
