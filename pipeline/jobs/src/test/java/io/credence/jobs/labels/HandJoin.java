package io.credence.jobs.labels;

import io.credence.beam.ModelRef;
import io.credence.evaluation.Evaluation;
import io.credence.evaluation.RecordCount;
import io.credence.jobs.scoring.NumberedSplit;
import io.credence.jobs.scoring.SplitGroup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.beam.sdk.transforms.DoFn.MultiOutputReceiver;
import org.apache.beam.sdk.transforms.DoFn.OutputReceiver;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.OutputBuilder;
import org.apache.beam.sdk.values.Row;
import org.apache.beam.sdk.values.TupleTag;

/** The steps of {@link FindLabels} without a runner, with all elements in any order. */
final class HandJoin implements MultiOutputReceiver {

  private final Map<String, List<Object>> outputs = new HashMap<>();
  private final Random random;

  HandJoin(Random random) {
    this.random = random;
  }

  /** What was found of each row of each group, in the order of groups. */
  List<RowLabels> run(
      List<SplitGroup<NumberedSplit>> groups, LabelFiles labels, ModelRef model, int buckets)
      throws IOException {
    RecordKeysFn records = new RecordKeysFn(labels.key(), buckets);
    for (SplitGroup<NumberedSplit> group : groups) {
      records.process(group, this);
    }
    LabelKeysFn keys = new LabelKeysFn(model, labels, buckets);
    keys.setup();
    for (SplitGroup<NumberedSplit> group : labels.source().groups()) {
      keys.process(group, this);
    }
    MatchKeysFn match = new MatchKeysFn();
    for (Map.Entry<Integer, List<byte[]>> bucket : grouped(FindLabels.KEYS).entrySet()) {
      match.process(KV.of(bucket.getKey(), bucket.getValue()), this);
    }
    Map<Integer, List<byte[]>> found = grouped(FindLabels.FOUND);
    List<RowLabels> byGroup = new ArrayList<>();
    for (SplitGroup<NumberedSplit> group : groups) {
      byGroup.add(
          RowLabels.of(
              found.getOrDefault(FindLabels.number(group), List.of()),
              (int) group.splits().stream().mapToLong(each -> each.split().rows()).sum()));
    }
    return byGroup;
  }

  long notPredicted() {
    Evaluation sum = Evaluation.empty();
    outputs
        .getOrDefault(FindLabels.COUNTS.getId(), List.of())
        .forEach(each -> sum.add((Evaluation) each));
    return sum.count(RecordCount.NOT_PREDICTED);
  }

  /** How much went to buckets. */
  int keyBytes() {
    return grouped(FindLabels.KEYS).values().stream()
        .flatMap(List::stream)
        .mapToInt(block -> block.length)
        .sum();
  }

  @SuppressWarnings("unchecked")
  private Map<Integer, List<byte[]>> grouped(TupleTag<KV<Integer, byte[]>> tag) {
    List<Object> elements = outputs.getOrDefault(tag.getId(), new ArrayList<>());
    Collections.shuffle(elements, random);
    Map<Integer, List<byte[]>> groups = new HashMap<>();
    for (Object element : elements) {
      KV<Integer, byte[]> block = (KV<Integer, byte[]>) element;
      groups.computeIfAbsent(block.getKey(), key -> new ArrayList<>()).add(block.getValue());
    }
    return groups;
  }

  @Override
  public <T> OutputReceiver<T> get(TupleTag<T> tag) {
    List<Object> elements = outputs.computeIfAbsent(tag.getId(), id -> new ArrayList<>());
    return new OutputReceiver<>() {
      @Override
      public void output(T element) {
        elements.add(element);
      }

      @Override
      public OutputBuilder<T> builder(T element) {
        throw new UnsupportedOperationException("has no windows");
      }
    };
  }

  @Override
  public <T> OutputReceiver<Row> getRowReceiver(TupleTag<T> tag) {
    throw new UnsupportedOperationException("has no rows");
  }
}
