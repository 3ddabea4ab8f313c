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
    Known after = before.with(arrival);
    if (!after.pair().equals(before.pair())) {
      replace(before.pair(), after.pair(), sums);
    }
    if (arrival instanceof Label label) {
      count(before, label, sums);
    } else if (arrival instanceof Prediction prediction) {
      Optional<Prediction> same = before.same(prediction);
      if (same.isPresent()) {
        repeat(before, same.get(), prediction, sums);
      } else {
        unclear(key, before, prediction, sums);
      }
    }
    return after;
  }

  private static void count(Known before, Label label, Sums sums) {
    if (before.has(label)) {
      sums.count(RecordCount.LABEL_REPEATED);
    } else if (!before.labels().isEmpty()) {
      sums.count(RecordCount.LABEL_REVISED);
    }
  }

  /**
   * Of a prediction that came twice, the earlier one holds, and the later one is the repetition.
   */
  private static void repeat(Known before, Prediction same, Prediction again, Sums sums) {
    sums.count(Math.max(same.time(), again.time()), RecordCount.PREDICTION_REPEATED);
    if (before.predictions().size() > 1 && again.time() < same.time()) {
      sums.count(same.time(), RecordCount.PREDICTED_TWICE, -1);
      sums.count(again.time(), RecordCount.PREDICTED_TWICE);
    }
  }

  /** Of several predictions of a key, nothing says which one its label is of. */
  private static void unclear(String key, Known before, Prediction prediction, Sums sums) {
    if (before.predictions().isEmpty()) {
      return;
    }
    if (before.predictions().size() == 1) {
      sums.count(before.predictions().get(0).time(), RecordCount.PREDICTED_TWICE);
    }
    sums.count(prediction.time(), RecordCount.PREDICTED_TWICE);
    sums.name(predictedTwice(key));
  }

  /** The same for all of them, so that it is named once, whichever came first. */
  private static Issue predictedTwice(String key) {
    return new Issue(
        RecordCount.PREDICTED_TWICE,
        Place.UNKNOWN,
        "several records have the key " + Excerpt.of(key));
  }

  /** Each in its own window: they differ where the same prediction turns out to be an older one. */
  private void replace(Optional<Pair> before, Optional<Pair> after, Sums sums) throws IOException {
    if (after.isPresent()) {
      sums.add(after.get().prediction().time(), figures(after.get()));
    }
    if (before.isPresent()) {
      Evaluation less = Evaluation.revisable();
      less.subtract(figures(before.get()));
      sums.add(before.get().prediction().time(), less);
    }
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
