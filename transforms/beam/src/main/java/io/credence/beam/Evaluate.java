package io.credence.beam;

import io.credence.evaluation.Evaluation;
import io.credence.evaluation.EvaluationSpec;
import io.credence.evaluation.Place;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.generic.GenericRecord;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.values.PCollection;
import org.jspecify.annotations.Nullable;

/**
 * Compares what a model predicts of records with the labels that they hold: one {@link Evaluation}
 * for each window and pane, and none for a window without records. {@link
 * io.credence.evaluation.Assessment} says what it means.
 *
 * <p>Works on bounded and unbounded collections, in any windows. An evaluation depends on the
 * records of its window alone, to the bit; in whatever order they come, and however they are
 * bundled or retried.
 *
 * <pre>{@code
 * EvaluationSpec spec = EvaluationSpec.DEFAULT.withLabels(List.of("y")).withBy(List.of("shop"));
 * PCollection<Evaluation> evaluation = records.apply(Evaluate.avro(model, spec));
 * }</pre>
 *
 * @param <T> the type of a record
 */
public final class Evaluate<T> extends PTransform<PCollection<T>, PCollection<Evaluation>> {

  private static final long serialVersionUID = 1;

  private final Evaluating evaluating;
  private final RecordFormat<T> format;

  private Evaluate(Evaluating evaluating, RecordFormat<T> format) {
    this.evaluating = evaluating;
    this.format = format;
  }

  /** Evaluates Avro records. */
  public static Evaluate<GenericRecord> avro(ModelRef model, EvaluationSpec spec) {
    return of(model, RecordFormat.avro(), spec);
  }

  /**
   * Evaluates records of any format.
   *
   * @param spec names the field that holds the label of each output
   * @throws IllegalArgumentException when it names none
   */
  public static <T> Evaluate<T> of(ModelRef model, RecordFormat<T> format, EvaluationSpec spec) {
    if (spec.labels().isEmpty()) {
      throw new IllegalArgumentException("Records must hold labels, but no field of them is named");
    }
    return new Evaluate<>(Evaluating.of(model, spec), format);
  }

  /** The same in comparison with another model of the same outputs. */
  public Evaluate<T> against(ModelRef other) {
    return new Evaluate<>(evaluating.against(other), format);
  }

  @Override
  public PCollection<Evaluation> expand(PCollection<T> records) {
    return records
        .apply("Evaluate", ParDo.of(new EvaluateFn<>(evaluating, format)))
        .setCoder(EvaluationCoder.of())
        .apply("Merge", Combine.globally(new MergeEvaluations()).withoutDefaults());
  }

  /** Evaluates the records of a bundle together. */
  static final class EvaluateFn<T> extends DoFn<T, Evaluation> {

    private static final long serialVersionUID = 1;

    private final Evaluating evaluating;
    private final RecordFormat<T> format;
    private final ScoringMetrics metrics;
    private transient @Nullable RecordEvaluator<T> evaluator;
    private transient @Nullable Map<BoundedWindow, Evaluation> evaluations;

    EvaluateFn(Evaluating evaluating, RecordFormat<T> format) {
      this.evaluating = evaluating;
      this.format = format;
      this.metrics =
          new ScoringMetrics(evaluating.model(), evaluating.spec().predict().numSamples());
    }

    @Setup
    public void setup() {
      evaluator = evaluating.open(format.reader(evaluating.fields())::read, metrics);
    }

    @StartBundle
    public void startBundle() {
      evaluations = new HashMap<>();
    }

    @ProcessElement
    public void process(@Element T record, BoundedWindow window) throws IOException {
      Evaluation into =
          Objects.requireNonNull(evaluations, "@StartBundle was not called")
              .computeIfAbsent(window, each -> Evaluation.empty());
      Objects.requireNonNull(evaluator, "@Setup was not called")
          .evaluate(record, place(record), into);
    }

    private Place place(T record) {
      RecordSource source = format.source(record);
      if (source == null) {
        return Place.UNKNOWN;
      }
      String topic = source.topic();
      return topic == null
          ? new Place(
              Objects.requireNonNullElse(source.file(), ""),
              Objects.requireNonNullElse(source.row(), -1L))
          : new Place(
              topic + "/" + source.partition(), Objects.requireNonNullElse(source.offset(), -1L));
    }

    @FinishBundle
    public void finishBundle(FinishBundleContext context) {
      Objects.requireNonNull(evaluator, "@Setup was not called").flush();
      Objects.requireNonNull(evaluations, "@StartBundle was not called")
          .forEach(
              (window, evaluation) -> context.output(evaluation, window.maxTimestamp(), window));
    }
  }
}
