package io.credence.jobs.late;

import io.credence.beam.RecordEvaluator;
import io.credence.evaluation.Evaluation;
import io.credence.evaluation.Issue;
import io.credence.evaluation.Place;
import io.credence.evaluation.RecordCount;
import io.credence.jobs.late.Known.Pair;
import io.credence.problem.Excerpt;
import java.io.IOException;
import java.util.Optional;

/**
 * What a key adds to figures. It follows from what is known of the key, and not from how that came
 * to be known: when that changes, what it added before is taken off to the bit.
 *
 * <p>Not thread-safe: it owns scratch memory.
 */
final class KeyFigures {

  private final RecordEvaluator<Prediction> evaluator;

  KeyFigures(RecordEvaluator<Prediction> evaluator) {
    this.evaluator = evaluator;
  }

  /** Adds one more arrival, and what changes by it. */
  Known arrive(String key, Known before, Arrival arrival, Sums sums) throws IOException {
    count(before, arrival, sums);
    Known after = before.with(arrival);
    if (!after.pair().equals(before.pair())) {
      replace(before.pair(), after.pair(), sums);
    }
    if (arrival instanceof Prediction prediction && !before.has(arrival)) {
      unclear(key, before, prediction, sums);
    }
    return after;
  }

  private static void count(Known before, Arrival arrival, Sums sums) {
    if (arrival instanceof Prediction prediction) {
      if (before.has(prediction)) {
        sums.count(prediction.time(), RecordCount.PREDICTION_REPEATED);
      }
    } else if (before.has(arrival)) {
      sums.count(RecordCount.LABEL_REPEATED);
    } else if (!before.labels().isEmpty()) {
      sums.count(RecordCount.LABEL_REVISED);
    }
  }

  /** Of several predictions of a key, nothing says which one its label is of. */
  private static void unclear(String key, Known before, Prediction prediction, Sums sums) {
    if (before.predictions().isEmpty()) {
      return;
    }
    if (before.predictions().size() == 1) {
      sums.issue(before.predictions().get(0).time(), predictedTwice(key));
    }
    sums.issue(prediction.time(), predictedTwice(key));
  }

  /** The same for all of them, so that it is named once, whichever came first. */
  private static Issue predictedTwice(String key) {
    return new Issue(
        RecordCount.PREDICTED_TWICE,
        Place.UNKNOWN,
        "several records have the key " + Excerpt.of(key));
  }

  private void replace(Optional<Pair> before, Optional<Pair> after, Sums sums) throws IOException {
    Evaluation change = Evaluation.revisable();
    if (after.isPresent()) {
      change.add(figures(after.get()));
    }
    if (before.isPresent()) {
      change.subtract(figures(before.get()));
    }
    sums.add(after.or(() -> before).orElseThrow().prediction().time(), change);
  }

  private Evaluation figures(Pair pair) throws IOException {
    Evaluation figures = Evaluation.revisable();
    evaluator.evaluate(pair.prediction(), pair.label().array(), Place.UNKNOWN, figures);
    figures.count(RecordCount.READ, -1); // Which was counted when it was.
    return figures;
  }

  /** Ends what waits. */
  static void expire(Known known, Sums sums) {
    if (known.predictions().isEmpty()) {
      sums.count(RecordCount.NOT_PREDICTED);
    } else if (known.predictions().size() == 1 && known.labels().isEmpty()) {
      sums.count(known.predictions().get(0).time(), RecordCount.UNLABELLED);
    }
  }

  /** Hands over what was counted; to be called before a bundle ends. */
  void flush() {
    evaluator.flush();
  }
}
