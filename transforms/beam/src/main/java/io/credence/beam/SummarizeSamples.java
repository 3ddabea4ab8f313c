package io.credence.beam;

import io.credence.deadletter.UnscorableException;
import io.credence.score.Scored;
import io.credence.summary.ClassSummary;
import io.credence.summary.OutputSummary;
import io.credence.summary.Summarizer;
import io.credence.summary.SummarySpec;
import java.util.List;
import org.apache.avro.generic.GenericRecord;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;

/**
 * Reduces samples from any source to medians, intervals and a histogram. Boundedness, windows,
 * order and determinism are those of {@link Score}; what it yields for the samples of {@link
 * SamplePredictive} is what {@link Score} yields, to the bit.
 *
 * <pre>{@code
 * Outcome<GenericRecord, Scored> reduced =
 *     drawn.results().apply(SummarizeSamples.avro(model, SummarySpec.defaults().withHdi(0.89)));
 * }</pre>
 *
 * @param <T> the type of a record
 */
public final class SummarizeSamples<T>
    extends PTransform<PCollection<KV<T, Samples>>, Outcome<T, Scored>> {

  private static final long serialVersionUID = 1;

  private static final double[][] NO_SAMPLES = {};

  private final ModelRef model;
  private final RecordFormat<T> format;
  private final SummarySpec spec;

  private SummarizeSamples(ModelRef model, RecordFormat<T> format, SummarySpec spec) {
    this.model = model.bare();
    this.format = format;
    this.spec = spec;
  }

  /** Reduces the samples of Avro records. */
  public static SummarizeSamples<GenericRecord> avro(ModelRef model, SummarySpec spec) {
    return of(model, RecordFormat.avro(), spec);
  }

  /**
   * Reduces the samples of records of any format.
   *
   * @param model the model behind the samples, which dead letters name
   */
  public static <T> SummarizeSamples<T> of(
      ModelRef model, RecordFormat<T> format, SummarySpec spec) {
    return new SummarizeSamples<>(model, format, spec);
  }

  @Override
  public Outcome<T, Scored> expand(PCollection<KV<T, Samples>> samples) {
    Outcome.Tags<T, Scored> tags = Outcome.Tags.create();
    RecordFn<KV<T, Samples>, T, Scored> reducing =
        new RecordFn<>(scorers(), KV::getKey, model, 0, format, tags);
    return Outcome.of(
        tags,
        samples.apply("Summarize", Outcome.outputs(ParDo.of(reducing), tags)),
        KvCoder.of(recordCoder(samples), ScoredCoder.of()));
  }

  private RecordFn.ScorerFactory<KV<T, Samples>, Scored> scorers() {
    SummarySpec wanted = spec;
    return metrics -> {
      Summarizer reals = Summarizer.of(wanted);
      Summarizer integers = reals.ofIntegers(wanted);
      return new RecordScorer<>(
          element -> {
            Samples samples = element.getValue();
            OutputSummary[] summaries = new OutputSummary[samples.outputs().size()];
            for (int i = 0; i < summaries.length; i++) {
              summaries[i] = reduce(samples.outputs().get(i), reals, integers);
            }
            return Scored.of(summaries, samples.unseenLevels(), NO_SAMPLES);
          },
          metrics,
          List.of());
    };
  }

  private static OutputSummary reduce(OutputSamples samples, Summarizer reals, Summarizer integers)
      throws UnscorableException {
    int n = samples.values().length;
    return switch (samples.kind()) {
      case REAL -> reals.summarize(samples.values(), n).requireFinite();
      case INTEGER -> integers.summarize(samples.values(), n).requireFinite();
      case CLASSES -> ClassSummary.of(n, samples.probabilities()).requireFinite();
    };
  }

  private static <T> Coder<T> recordCoder(PCollection<KV<T, Samples>> samples) {
    if (samples.getCoder() instanceof KvCoder<T, Samples> pair) {
      return pair.getKeyCoder();
    }
    throw new IllegalArgumentException(
        "Records with samples need a KvCoder, but have " + samples.getCoder());
  }
}
