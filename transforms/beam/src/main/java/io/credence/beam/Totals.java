package io.credence.beam;

import io.credence.aggregate.GroupTotal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PInput;
import org.apache.beam.sdk.values.POutput;
import org.apache.beam.sdk.values.PValue;
import org.apache.beam.sdk.values.TupleTag;

/** What summing records up yields: each group with its figures, and the records that have none. */
public final class Totals implements POutput {

  private static final TupleTag<GroupTotal> GROUPS = new TupleTag<>("groups") {};
  private static final TupleTag<DeadLetter> DEAD_LETTERS = new TupleTag<>("deadLetters") {};

  private final PCollection<GroupTotal> groups;
  private final PCollection<DeadLetter> deadLetters;

  Totals(PCollection<GroupTotal> groups, PCollection<DeadLetter> deadLetters) {
    this.groups = groups;
    this.deadLetters = deadLetters;
  }

  /** The groups of each window. */
  public PCollection<GroupTotal> groups() {
    return groups;
  }

  /** The records that could not be scored. */
  public PCollection<DeadLetter> deadLetters() {
    return deadLetters;
  }

  @Override
  public Pipeline getPipeline() {
    return groups.getPipeline();
  }

  @Override
  public Map<TupleTag<?>, PValue> expand() {
    Map<TupleTag<?>, PValue> outputs = new LinkedHashMap<>();
    outputs.put(GROUPS, groups);
    outputs.put(DEAD_LETTERS, deadLetters);
    return outputs;
  }

  @Override
  public void finishSpecifyingOutput(
      String transformName, PInput input, PTransform<?, ?> transform) {}
}
