package io.credence.beam;

import io.credence.model.ModelDigest;
import io.credence.predict.PredictSpec;
import io.credence.score.ScoreSpec;
import io.credence.score.Scored;
import io.credence.summary.SummarySpec;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.display.DisplayData;
import org.apache.beam.sdk.values.PCollection;
import org.jspecify.annotations.Nullable;

/**
 * Scores records with a Bayesian model: draws posterior predictive samples and reduces them to
 * medians, intervals and a histogram in one step, without leaving the samples behind.
 *
 * <p>Works on bounded and unbounded collections, in any windows; timestamps and windows of records
 * stay. The score of a record depends on the record, the model, the run seed and the noise id
 * alone, to the bit; in whatever order records come, and however they are bundled or retried.
 *
 * <pre>{@code
 * ModelRef model = ModelRef.at("samples/category-slopes");
 * Outcome<GenericRecord, Scored> outcome =
 *     records.apply(Score.avro(model).withNumSamples(2000).withSeed(7));
 * outcome.results();      // KV<GenericRecord, Scored>
 * outcome.deadLetters();  // what could not be scored, and why
 * }</pre>
 *
 * @param <T> the type of a record
 */
public final class Score<T> extends PTransform<PCollection<T>, Outcome<T, Scored>> {

  private static final long serialVersionUID = 1;

  private final Scoring scoring;
  private final RecordFormat<T> format;

  private Score(Scoring scoring, RecordFormat<T> format) {
    this.scoring = scoring;
    this.format = format;
  }

  /** Scores Avro records: 1,000 samples each, a 95 % HDI, a histogram with 10 bins, seed 0. */
  public static Score<GenericRecord> avro(ModelRef model) {
    return of(model, RecordFormat.avro());
  }

  /** Scores records of any format, with the same defaults as {@link #avro}. */
  public static <T> Score<T> of(ModelRef model, RecordFormat<T> format) {
    return new Score<>(Scoring.of(model, ScoreSpec.DEFAULT), format);
  }

  /**
   * Sets how many samples are drawn for each record.
   *
   * @throws IllegalArgumentException when it is below 1
   */
  public Score<T> withNumSamples(int numSamples) {
    return withPredict(spec().predict().withNumSamples(numSamples));
  }

  /** Sets the run seed: another seed gives other noise to every record. */
  public Score<T> withSeed(long seed) {
    return withPredict(spec().predict().withSeed(seed));
  }

  /**
   * Sets the field that identifies a record. Without one, a record's feature values do, so that
   * records with equal features get equal noise.
   */
  public Score<T> withKeyField(@Nullable String field) {
    return withPredict(spec().predict().withKeyField(field));
  }

  /**
   * Sets the model whose noise is used, by its digest; null, the default, for that of the model
   * itself. Scores of two models under one noise id, run seed and key differ by the models alone.
   */
  public Score<T> withNoiseId(@Nullable ModelDigest digest) {
    return withPredict(spec().predict().withNoiseId(digest));
  }

  /** Sets what samples are reduced to, those of each output that has no summary of its own. */
  public Score<T> withSummary(SummarySpec summary) {
    return withSpec(
        new ScoreSpec(spec().predict(), summary, spec().byOutput(), spec().emitSamples()));
  }

  /**
   * Sets what the samples of one output are reduced to.
   *
   * @param output its name; one that the model lacks fails the pipeline
   */
  public Score<T> withSummary(String output, SummarySpec summary) {
    Map<String, SummarySpec> byOutput = new HashMap<>(spec().byOutput());
    byOutput.put(output, summary);
    return withSpec(
        new ScoreSpec(spec().predict(), spec().summary(), byOutput, spec().emitSamples()));
  }

  /** Adds the samples themselves to each result. */
  public Score<T> withSamples() {
    return withSpec(new ScoreSpec(spec().predict(), spec().summary(), spec().byOutput(), true));
  }

  /** Attaches something that sees each record and its score, such as a monitor. */
  public Score<T> withAttachment(Attachment attachment) {
    return new Score<>(scoring.withAttachment(attachment), format);
  }

  private Score<T> withPredict(PredictSpec predict) {
    return withSpec(
        new ScoreSpec(predict, spec().summary(), spec().byOutput(), spec().emitSamples()));
  }

  private Score<T> withSpec(ScoreSpec spec) {
    return new Score<>(scoring.withSpec(spec), format);
  }

  private ScoreSpec spec() {
    return scoring.spec();
  }

  @Override
  public Outcome<T, Scored> expand(PCollection<T> records) {
    Outcome.Tags<T, Scored> tags = Outcome.Tags.create();
    int samples = spec().predict().numSamples();
    RecordFn<T, T, Scored> fn =
        new RecordFn<>(scorers(), each -> each, scoring.model(), samples, format, tags);
    return Outcome.of(
        tags,
        records.apply("Score", Outcome.outputs(ParDo.of(fn), tags)),
        KvCoder.of(records.getCoder(), ScoredCoder.of()));
  }

  private RecordFn.ScorerFactory<T, Scored> scorers() {
    Scoring wanted = scoring;
    RecordFormat<T> records = format;
    return metrics -> wanted.open(records.reader(wanted.fields())::read, metrics);
  }

  @Override
  public void populateDisplayData(DisplayData.Builder builder) {
    builder.add(DisplayData.item("model", scoring.model().toString()));
    builder.add(DisplayData.item("numSamples", spec().predict().numSamples()));
  }
}
