package io.credence.jobs.late;

import io.credence.beam.Evaluating;
import io.credence.evaluation.Evaluation;
import io.credence.jobs.evaluation.EvaluationDocument;
import io.credence.jobs.evaluation.EvaluationFiles;
import io.credence.jobs.evaluation.WindowDocument;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The figures of a window, or of all since the start.
 *
 * @param start when the window begins, in milliseconds since 1970-01-01T00:00:00Z; {@link
 *     Sums#SINCE_START} for all
 * @param part 1, and one more whenever the window was closed and something came after all
 * @param evaluation what they are of
 */
record Figures(long start, int part, Evaluation evaluation) {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HHmmssX", Locale.ROOT).withZone(ZoneOffset.UTC);

  boolean areSinceStart() {
    return start == Sums.SINCE_START;
  }

  /**
   * What their document is called: {@code evaluation.json}, or of a window such as {@code
   * window-2026-11-28T180000Z-2026-11-28T190000Z.json}.
   *
   * @param window how long a window is
   */
  String name(Duration window) {
    return areSinceStart()
        ? EvaluationFiles.DOCUMENT
        : "window-%s-%s%s.json"
            .formatted(
                TIME.format(begin()),
                TIME.format(begin().plus(window)),
                part == 1 ? "" : "-" + part);
  }

  private Instant begin() {
    return Instant.ofEpochMilli(start);
  }

  /** The document. */
  byte[] json(Evaluating evaluating, LateTerms terms) throws IOException {
    EvaluationDocument document = EvaluationDocument.of(evaluating, terms.key(), evaluation);
    return areSinceStart()
        ? document.json()
        : WindowDocument.of(begin(), begin().plus(terms.window()), part, document).json();
  }
}
