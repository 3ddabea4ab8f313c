package io.credence.beam;

import io.credence.evaluation.EvaluationSpec;
import io.credence.evaluation.Evaluator;
import io.credence.model.Model;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How records are evaluated: by which model, in what way, and against which other one. It travels
 * with a job to each way in which records are evaluated, which {@linkplain #open opens} an
 * evaluator of it for each thread. Immutable.
 */
public final class Evaluating implements Serializable {

  private static final long serialVersionUID = 1;

  private final ModelRef model;
  private final EvaluationSpec spec;
  private final @Nullable ModelRef against;

  private Evaluating(ModelRef model, EvaluationSpec spec, @Nullable ModelRef against) {
    this.model = model;
    this.spec = spec;
    this.against = against;
  }

  /** Evaluation of a model by itself. */
  public static Evaluating of(ModelRef model, EvaluationSpec spec) {
    return new Evaluating(model, spec, null);
  }

  /** The same in comparison with another model of the same outputs, which borrows the noise. */
  public Evaluating against(ModelRef other) {
    return new Evaluating(model, spec, other);
  }

  public ModelRef model() {
    return model;
  }

  public EvaluationSpec spec() {
    return spec;
  }

  /** The model that it is compared with; null for none. */
  public @Nullable ModelRef against() {
    return against;
  }

  /** What the reader of a record must read, in this order. */
  public List<String> fields() {
    return Evaluator.fields(model.model(), spec, otherModel());
  }

  private @Nullable Model otherModel() {
    return against == null ? null : against.model();
  }

  /**
   * Makes an evaluator, for one thread.
   *
   * @param reader reads {@link #fields}, by position
   */
  public <T> RecordEvaluator<T> open(RecordReader<T> reader, ScoringMetrics metrics) {
    return new RecordEvaluator<>(
        Evaluator.of(model.model(), spec, otherModel(), reader), reader, metrics);
  }
}
