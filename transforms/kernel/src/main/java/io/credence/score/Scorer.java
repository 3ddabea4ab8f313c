package io.credence.score;

import io.credence.deadletter.UnscorableException;
import io.credence.model.Model;
import io.credence.model.Predictive;
import io.credence.model.PredictiveMixture;
import io.credence.predict.FieldReader;
import io.credence.predict.PredictSpec;
import io.credence.predict.Predictor;
import io.credence.summary.OutputSummary;
import io.credence.summary.SortedSamples;
import io.credence.summary.Summarizer;
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

  private final Model model;
  private final PredictSpec predict;
  private final Predictor predictor;
  private final Predictive drawn;
  private final Summarizer scratch;
  private final SortedSamples apart = new SortedSamples();
  private final OutputReduction reduction;
  private final boolean emitSamples;

  private Scorer(Model model, ScoreSpec spec) {
    this.model = model;
    this.predict = spec.predict();
    this.predictor = Predictor.of(model, predict);
    this.drawn = predictor.room();
    this.scratch = Summarizer.of(spec.summary());
    this.reduction = OutputReduction.of(model.outputs(), spec, scratch);
    this.emitSamples = spec.emitSamples();
  }

  private Scorer(Scorer other, ScoreSpec spec) {
    this.model = other.model;
    this.predict = other.predict;
    this.predictor = other.predictor;
    this.drawn = other.drawn;
    this.scratch = other.scratch;
    this.reduction = OutputReduction.of(model.outputs(), spec, scratch);
    this.emitSamples = spec.emitSamples();
  }

  /**
   * Compiles a model for scoring.
   *
   * @throws IllegalArgumentException when the model does not compile, which its loader rules out
   */
  public static Scorer of(Model model, ScoreSpec spec) {
    return new Scorer(model, spec);
  }

  /**
   * A scorer that draws the same samples and reduces them as another specification asks. It costs
   * next to nothing, since it draws into the scratch memory of this one: they take turns, in one
   * thread.
   *
   * @throws IllegalArgumentException when the specification asks for other samples, or has a
   *     summary for what is no output of numbers
   */
  public Scorer reducingTo(ScoreSpec spec) {
    if (!spec.predict().equals(predict)) {
      throw new IllegalArgumentException(
          "The samples are drawn as %s, and can't be reduced as those of %s"
              .formatted(predict, spec.predict()));
    }
    return new Scorer(this, spec);
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
   * The samples of an output of numbers of the record that was scored last, in ascending order from
   * 0. Shared: valid until the next call and the next record.
   */
  public double[] sorted(int output) {
    if (drawn.outputs() == 1) {
      return scratch.sorted();
    }
    try {
      return apart.sort(drawn.samples(output), predictor.numSamples());
    } catch (UnscorableException e) {
      throw new IllegalStateException("The last record has no score", e);
    }
  }

  /**
   * The predictive distribution of an output, a view that follows this scorer from record to
   * record; empty where there are samples alone.
   */
  public Optional<PredictiveMixture> mixture(int output) {
    return predictor.mixture(output);
  }

  /**
   * Identifies the record that was scored last: by its key, where there is a key field, and else by
   * its features, together with the run seed and the noise id. Records with one identity have the
   * same samples, to the bit.
   *
   * @return 32 hexadecimal digits
   */
  public String recordId() {
    return predictor.recordId();
  }

  private double[][] samples() {
    double[][] copies = new double[drawn.outputs()][];
    for (int i = 0; i < copies.length; i++) {
      copies[i] = drawn.samples(i).clone();
    }
    return copies;
  }
}
