package io.credence.beam;

import io.credence.aggregate.GroupKey;
import io.credence.aggregate.GroupSums;
import io.credence.aggregate.Groups;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.TupleTag;
import org.jspecify.annotations.Nullable;

/** Sums the records of a bundle up, window by window, and puts the sums of their groups out. */
final class SumFn<T> extends DoFn<T, KV<GroupKey, GroupSums>> {

  private static final long serialVersionUID = 1;

  private final Aggregating aggregating;
  private final RecordFormat<T> format;
  private final TupleTag<KV<GroupKey, GroupSums>> sums;
  private final TupleTag<DeadLetter> deadLetters;
  private final ScoringMetrics metrics;
  private transient @Nullable RecordAggregator<T> aggregator;
  private transient @Nullable Map<BoundedWindow, Groups> windows;

  SumFn(
      Aggregating aggregating,
      RecordFormat<T> format,
      TupleTag<KV<GroupKey, GroupSums>> sums,
      TupleTag<DeadLetter> deadLetters) {
    this.aggregating = aggregating;
    this.format = format;
    this.sums = sums;
    this.deadLetters = deadLetters;
    this.metrics =
        new ScoringMetrics(aggregating.model(), aggregating.spec().score().predict().numSamples());
  }

  @Setup
  public void setup() {
    aggregator = aggregating.open(format.reader(aggregating.fields())::read, metrics);
  }

  @StartBundle
  public void startBundle() {
    windows = new HashMap<>();
  }

  @ProcessElement
  public void process(@Element T record, BoundedWindow window, MultiOutputReceiver out)
      throws IOException {
    RecordAggregator<T> ready = Objects.requireNonNull(aggregator, "@Setup was not called");
    Groups groups =
        Objects.requireNonNull(windows, "@StartBundle was not called")
            .computeIfAbsent(window, each -> ready.groups());
    ready.aggregate(
        record,
        groups,
        (refused, reason) ->
            out.get(deadLetters)
                .output(
                    DeadLetter.of(
                        reason, aggregating.model(), format.source(refused), format, refused)));
    if (groups.isFull()) {
      groups.take().forEach((key, sum) -> out.get(sums).output(KV.of(key, sum)));
    }
  }

  @FinishBundle
  public void finishBundle(FinishBundleContext context) {
    Objects.requireNonNull(aggregator, "@Setup was not called").flush();
    Objects.requireNonNull(windows, "@StartBundle was not called")
        .forEach(
            (window, groups) ->
                groups
                    .take()
                    .forEach(
                        (key, sum) ->
                            context.output(sums, KV.of(key, sum), window.maxTimestamp(), window)));
  }
}
