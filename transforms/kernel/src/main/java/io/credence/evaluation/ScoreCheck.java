package io.credence.evaluation;

import io.credence.deadletter.UnscorableException;
import io.credence.model.Model;
import io.credence.predict.FieldReader;
import io.credence.predict.PredictSpec;
import io.credence.predict.Predictor;
import io.credence.score.ScoreSpec;
import io.credence.score.Scorer;
import io.credence.summary.SummarySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Computes scores again that records may bring along, and compares them, bit by bit: the figures
 * that have one meaning whatever intervals were asked for, and which model and how many samples
 * they are of.
 *
 * <p>Not thread-safe: it owns scratch memory.
 *
 * @param <T> the type of a record
 */
public final class ScoreCheck<T> {

  private final Scorer scorer;
  private final ServedCheck check;
  private final FieldReader<T> features;
  private final FieldReader<T> served;
  private final int columns;

  private ScoreCheck(Model model, PredictSpec predict, FieldReader<T> reader) {
    int before = Predictor.fields(model, predict.keyField()).size();
    this.scorer = Scorer.of(model, spec(predict));
    this.check = ServedCheck.ofAnyIntervals(model, spec(predict));
    this.features = reader;
    this.served = (record, field) -> reader.read(record, before + field);
    this.columns = check.fields().size();
  }

  private static ScoreSpec spec(PredictSpec predict) {
    return new ScoreSpec(predict, SummarySpec.defaults().withBins(0), false);
  }

  /**
   * A check of scores.
   *
   * @param predict how samples were drawn
   * @param reader reads {@link #fields}
   */
  public static <T> ScoreCheck<T> of(Model model, PredictSpec predict, FieldReader<T> reader) {
    return new ScoreCheck<>(model, predict, reader);
  }

  /** What a reader of records must read, in this order. */
  public static List<String> fields(Model model, PredictSpec predict) {
    List<String> fields = new ArrayList<>(Predictor.fields(model, predict.keyField()));
    fields.addAll(ServedCheck.ofAnyIntervals(model, spec(predict)).fields());
    return List.copyOf(fields);
  }

  /** Whether a record brings a score along, or a part of one. */
  public boolean isScored(T record) {
    for (int i = 0; i < columns; i++) {
      if (served.read(record, i) != null) {
        return true;
      }
    }
    return false;
  }

  /** What is wrong with a record's score; empty when it is what the model says. */
  public Optional<String> difference(T record) {
    try {
      return Optional.ofNullable(check.difference(served, record, scorer.score(features, record)));
    } catch (UnscorableException e) {
      return Optional.of(ServedCheck.unscorable(e));
    }
  }
}
