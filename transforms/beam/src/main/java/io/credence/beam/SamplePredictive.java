package io.credence.beam;

import io.credence.model.Model;
import io.credence.model.ModelDigest;
import io.credence.model.Output;
import io.credence.model.Predictive;
import io.credence.predict.FieldReader;
import io.credence.predict.PredictSpec;
import io.credence.predict.Predictor;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.generic.GenericRecord;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.jspecify.annotations.Nullable;

/**
 * Fans each record out into posterior predictive samples. Boundedness, windows, order and
 * determinism are those of {@link Score}, which should be preferred when only the reduction is
 * wanted: samples take 8 bytes each wherever they travel.
 *
 * <pre>{@code
 * Outcome<GenericRecord, Samples> drawn =
 *     records.apply(SamplePredictive.avro(model).withNumSamples(4000));
 * }</pre>
 *
 * @param <T> the type of a record
 */
public final class SamplePredictive<T> extends PTransform<PCollection<T>, Outcome<T, Samples>> {

  private static final long serialVersionUID = 1;

  private final ModelRef model;
  private final RecordFormat<T> format;
  private final PredictSpec spec;

  private SamplePredictive(ModelRef model, RecordFormat<T> format, PredictSpec spec) {
    this.model = model;
    this.format = format;
    this.spec = spec;
  }

  /** Draws 1,000 samples for each Avro record, with seed 0. */
  public static SamplePredictive<GenericRecord> avro(ModelRef model) {
    return of(model, RecordFormat.avro());
  }

  /** Draws 1,000 samples for each record of any format, with seed 0. */
  public static <T> SamplePredictive<T> of(ModelRef model, RecordFormat<T> format) {
    return new SamplePredictive<>(model, format, PredictSpec.DEFAULT);
  }

  /**
   * Sets how many samples are drawn for each record.
   *
   * @throws IllegalArgumentException when it is below 1
   */
  public SamplePredictive<T> withNumSamples(int numSamples) {
    return new SamplePredictive<>(model, format, spec.withNumSamples(numSamples));
  }

  /** Sets the run seed: another seed gives other noise to every record. */
  public SamplePredictive<T> withSeed(long seed) {
    return new SamplePredictive<>(model, format, spec.withSeed(seed));
  }

  /** Sets the field that identifies a record; see {@link Score#withKeyField}. */
  public SamplePredictive<T> withKeyField(@Nullable String field) {
    return new SamplePredictive<>(model, format, spec.withKeyField(field));
  }

  /** Sets the model whose noise is used; see {@link Score#withNoiseId}. */
  public SamplePredictive<T> withNoiseId(@Nullable ModelDigest digest) {
    return new SamplePredictive<>(model, format, spec.withNoiseId(digest));
  }

  @Override
  public Outcome<T, Samples> expand(PCollection<T> records) {
    Outcome.Tags<T, Samples> tags = Outcome.Tags.create();
    RecordFn<T, T, Samples> sampling =
        new RecordFn<>(scorers(), each -> each, model, spec.numSamples(), format, tags);
    return Outcome.of(
        tags,
        records.apply("Sample", Outcome.outputs(ParDo.of(sampling), tags)),
        KvCoder.of(records.getCoder(), SamplesCoder.of()));
  }

  private RecordFn.ScorerFactory<T, Samples> scorers() {
    ModelRef ref = model;
    RecordFormat<T> records = format;
    PredictSpec wanted = spec;
    return metrics -> {
      Model model = ref.model();
      Predictor predictor = Predictor.of(model, wanted);
      FieldReader<T> reader = records.reader(predictor.fields());
      return new RecordScorer<>(
          record -> {
            Predictive drawn = predictor.room();
            List<String> unseenLevels = predictor.predict(reader, record, drawn);
            return new Samples(outputs(model, drawn), unseenLevels);
          },
          metrics,
          List.of());
    };
  }

  private static List<OutputSamples> outputs(Model model, Predictive drawn) {
    List<OutputSamples> outputs = new ArrayList<>();
    for (int i = 0; i < drawn.outputs(); i++) {
      Output.Kind kind = model.outputs().get(i).kind();
      outputs.add(OutputSamples.of(kind, drawn.samples(i), drawn.probabilities(i)));
    }
    return outputs;
  }
}
