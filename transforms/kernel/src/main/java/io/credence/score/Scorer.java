package io.credence.score;

import io.credence.deadletter.UnscorableException;
import io.credence.model.Model;
import io.credence.predict.FieldReader;
import io.credence.predict.Predictor;
import io.credence.summary.Summarizer;
import io.credence.summary.Summary;
import java.util.List;

/**
 * Scores one record after another: draws its samples into scratch memory and reduces them there, so
 * that nothing is allocated for a record but its result.
 *
 * <p>A score depends on the record, the model and the run seed alone, to the bit. Not thread-safe.
 */
public final class Scorer {

  private static final double[] NO_SAMPLES = {};

  private final Predictor predictor;
  private final Summarizer summarizer;
  private final boolean emitSamples;
  private final double[] samples;

  private Scorer(Model model, ScoreSpec spec) {
    this.predictor = Predictor.of(model, spec.predict());
    this.summarizer = Summarizer.of(spec.summary());
    this.emitSamples = spec.emitSamples();
    this.samples = new double[predictor.numSamples()];
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
    List<String> unseenLevels = predictor.predict(reader, record, samples);
    Summary summary = summarizer.summarize(samples, samples.length).requireFinite();
    return Scored.of(summary, unseenLevels, emitSamples ? samples.clone() : NO_SAMPLES);
  }
}
