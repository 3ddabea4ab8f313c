package io.credence.score;

import io.credence.deadletter.UnscorableException;
import io.credence.model.Model;
import io.credence.model.Predictive;
import io.credence.model.PredictiveMixture;
import io.credence.predict.FieldReader;
import io.credence.predict.Predictor;
import io.credence.summary.OutputSummary;
import java.util.List;
import java.util.Optional;

/**
 * Scores one record after another: draws its samples into scratch memory and reduces them there, so
 * that nothing is allocated for a record but its result.
 *
 * <p>A score depends on the record, the model and the run seed alone, to the bit. Not thread-safe.
 */
public final class Scorer {

  private static final double[][] NO_SAMPLES = {};

  private final Predictor predictor;
  private final OutputReduction reduction;
  private final boolean emitSamples;
  private final Predictive drawn;

  private Scorer(Model model, ScoreSpec spec) {
    this.predictor = Predictor.of(model, spec.predict());
    this.reduction = OutputReduction.of(model.outputs(), spec);
    this.emitSamples = spec.emitSamples();
    this.drawn = predictor.room();
  }

  /**
   * Compiles a model for scoring.
   *
   * @throws IllegalArgumentException when the model does not compile, which its loader rules out
   */
  public static Scorer of(Model model, ScoreSpec spec) {
    return new Scorer(model, spec);
  }

  /** What the reader of a record must read, in this order. */
  public List<String> fields() {
    return predictor.fields();
  }

  /**
   * Scores a record.
   *
   * @throws UnscorableException when the record cannot be scored
   */
  public <T> Scored score(FieldReader<? super T> reader, T record) throws UnscorableException {
    List<String> unseenLevels = predictor.predict(reader, record, drawn);
    OutputSummary[] summaries = new OutputSummary[drawn.outputs()];
    for (int i = 0; i < summaries.length; i++) {
      summaries[i] = reduction.reduce(i, drawn.samples(i), drawn.probabilities(i));
    }
    return Scored.of(summaries, unseenLevels, emitSamples ? samples() : NO_SAMPLES);
  }

  /** What was drawn for the record that was scored last. Shared: valid until the next record. */
  public Predictive drawn() {
    return drawn;
  }

  /**
   * The predictive distribution of an output, a view that follows this scorer from record to
   * record; empty where there are samples alone.
   */
  public Optional<PredictiveMixture> mixture(int output) {
    return predictor.mixture(output);
  }

  private double[][] samples() {
    double[][] copies = new double[drawn.outputs()][];
    for (int i = 0; i < copies.length; i++) {
      copies[i] = drawn.samples(i).clone();
    }
    return copies;
  }
}
