package io.credence.beam;

import io.credence.aggregate.AggregateSpec;
import io.credence.aggregate.GroupKey;
import io.credence.aggregate.GroupReduction;
import io.credence.aggregate.GroupSums;
import io.credence.aggregate.GroupTotal;
import java.util.Objects;
import org.apache.avro.generic.GenericRecord;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.jspecify.annotations.Nullable;

/**
 * Sums records up in groups, within each posterior draw, and reduces the sums as {@link Score}
 * reduces the samples of a record: one {@link GroupTotal} for each group of each window and pane.
 *
 * <p>Works on bounded and unbounded collections, in any windows. A total depends on the records of
 * its group and window alone, to the bit; in whatever order they come, and however they are bundled
 * or retried. Groups are summed within a bundle first, so that no single record is shuffled.
 *
 * <p>Records need a key each. Two records with one key in a group have the same noise, and their
 * sum too much of it: that keys differ is up to the pipeline, and not checked here.
 *
 * <pre>{@code
 * AggregateSpec spec =
 *     new AggregateSpec(
 *         new ScoreSpec(PredictSpec.DEFAULT.withKeyField("id"), SummarySpec.defaults(), false),
 *         List.of(List.of("region"), List.of()),
 *         List.of(Statistic.sum("sold")),
 *         null);
 * PCollection<GroupTotal> totals = records.apply(Aggregate.avro(model, spec)).groups();
 * }</pre>
 *
 * @param <T> the type of a record
 */
public final class Aggregate<T> extends PTransform<PCollection<T>, Totals> {

  private static final long serialVersionUID = 1;

  private final Aggregating aggregating;
  private final RecordFormat<T> format;

  private Aggregate(Aggregating aggregating, RecordFormat<T> format) {
    this.aggregating = aggregating;
    this.format = format;
  }

  /** Sums Avro records up. */
  public static Aggregate<GenericRecord> avro(ModelRef model, AggregateSpec spec) {
    return of(model, RecordFormat.avro(), spec);
  }

  /**
   * Sums records of any format up.
   *
   * @throws IllegalArgumentException when the model lacks an output that is summed
   */
  public static <T> Aggregate<T> of(ModelRef model, RecordFormat<T> format, AggregateSpec spec) {
    spec.outputs(model.model()); // Which says what is wrong with one.
    return new Aggregate<>(new Aggregating(model, spec), format);
  }

  @Override
  public Totals expand(PCollection<T> records) {
    AggregateSpec spec = aggregating.spec();
    TupleTag<KV<GroupKey, GroupSums>> sums = new TupleTag<>("sums") {};
    TupleTag<DeadLetter> deadLetters = new TupleTag<>("deadLetters") {};
    PCollectionTuple summed =
        records.apply(
            "Sum",
            ParDo.of(new SumFn<>(aggregating, format, sums, deadLetters))
                .withOutputTags(sums, TupleTagList.of(deadLetters)));
    PCollection<GroupTotal> totals =
        summed
            .get(sums)
            .setCoder(KvCoder.of(GroupKeyCoder.of(), GroupSumsCoder.of()))
            .apply(
                "Merge",
                Combine.perKey(
                    new MergeGroupSums(spec.outputsSummed(), spec.score().predict().numSamples())))
            .apply("Reduce", ParDo.of(new ReduceFn(aggregating)))
            .setCoder(GroupTotalCoder.of());
    return new Totals(totals, summed.get(deadLetters).setCoder(DeadLetterCoder.of()));
  }

  /** Reduces the sums of groups. */
  static final class ReduceFn extends DoFn<KV<GroupKey, GroupSums>, GroupTotal> {

    private static final long serialVersionUID = 1;

    private final Aggregating aggregating;
    private transient @Nullable GroupReduction reduction;

    ReduceFn(Aggregating aggregating) {
      this.aggregating = aggregating;
    }

    @Setup
    public void setup() {
      reduction = GroupReduction.of(aggregating.model().model(), aggregating.spec());
    }

    @ProcessElement
    public void process(@Element KV<GroupKey, GroupSums> group, OutputReceiver<GroupTotal> out) {
      out.output(
          Objects.requireNonNull(reduction, "@Setup was not called")
              .reduce(group.getKey(), group.getValue()));
    }
  }
}
