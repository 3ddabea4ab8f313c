package io.credence.beam;

import io.credence.deadletter.UnscorableException;
import io.credence.evaluation.Evaluation;
import io.credence.evaluation.Evaluator;
import io.credence.evaluation.Place;
import java.io.IOException;
import java.util.List;

/**
 * Evaluates one record after another, and counts, as scoring does: each ends within an evaluation,
 * as evaluated, as one without a label, or as a dead letter.
 *
 * <p>Not thread-safe: it owns scratch memory.
 *
 * @param <T> the type of a record
 */
public final class RecordEvaluator<T> {

  private static final double[] OF_THE_RECORD = {};

  private final RecordScorer<T, Evaluation> scorer;
  private final Ending<T> ending = new Ending<>();
  private Evaluation into = Evaluation.empty();
  private Place place = Place.UNKNOWN;
  private double[] labels = OF_THE_RECORD;

  RecordEvaluator(Evaluator<T> evaluator, RecordReader<T> reader, ScoringMetrics metrics) {
    this.scorer =
        new RecordScorer<>(
            record -> {
              reader.begin(record);
              if (labels.length == 0) {
                evaluator.evaluate(record, place, into);
              } else {
                evaluator.evaluate(record, labels, place, into);
              }
              return into;
            },
            metrics,
            List.of());
  }

  /** Evaluates a record with the labels of its own fields. */
  public void evaluate(T record, Place where, Evaluation evaluation) throws IOException {
    evaluate(record, OF_THE_RECORD, where, evaluation);
  }

  /**
   * Evaluates a record with labels from elsewhere.
   *
   * @param values the label of each output; NaN for none
   */
  public void evaluate(T record, double[] values, Place where, Evaluation evaluation)
      throws IOException {
    labels = values;
    place = where;
    into = evaluation;
    ending.into = evaluation;
    scorer.score(record, ending);
  }

  /** Hands over what was counted; to be called before a bundle ends. */
  public void flush() {
    scorer.flush();
  }

  /** Counts what could not be scored. */
  private static final class Ending<T> implements RecordScorer.Ending<T, Evaluation, Boolean> {

    private Evaluation into = Evaluation.empty();

    @Override
    public Boolean scored(T record, Evaluation result) {
      return true;
    }

    @Override
    public Boolean deadLetter(T record, UnscorableException reason) {
      into.deadLetter(reason.code());
      return false;
    }
  }
}
