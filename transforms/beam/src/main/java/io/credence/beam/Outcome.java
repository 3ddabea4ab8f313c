package io.credence.beam;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PInput;
import org.apache.beam.sdk.values.POutput;
import org.apache.beam.sdk.values.PValue;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;

/**
 * What scoring yields: each record with its result, and the records that have none. Every input
 * record is in one of the two, once.
 *
 * @param <T> the type of a record
 * @param <R> the type of its result
 */
public final class Outcome<T, R> implements POutput {

  private final Tags<T, R> tags;
  private final PCollection<KV<T, R>> results;
  private final PCollection<DeadLetter> deadLetters;

  private Outcome(Tags<T, R> tags, PCollectionTuple tuple) {
    this.tags = tags;
    this.results = tuple.get(tags.results());
    this.deadLetters = tuple.get(tags.deadLetters());
  }

  /** The records that were scored, with their results. */
  public PCollection<KV<T, R>> results() {
    return results;
  }

  /** The records that could not be scored. */
  public PCollection<DeadLetter> deadLetters() {
    return deadLetters;
  }

  @Override
  public Pipeline getPipeline() {
    return results.getPipeline();
  }

  @Override
  public Map<TupleTag<?>, PValue> expand() {
    // In an order that is the same each time: Beam names what it makes of them by it.
    Map<TupleTag<?>, PValue> outputs = new LinkedHashMap<>();
    outputs.put(tags.results(), results);
    outputs.put(tags.deadLetters(), deadLetters);
    return outputs;
  }

  @Override
  public void finishSpecifyingOutput(
      String transformName, PInput input, PTransform<?, ?> transform) {}

  /** Sets the coders of both outputs. */
  static <T, R> Outcome<T, R> of(Tags<T, R> tags, PCollectionTuple tuple, Coder<KV<T, R>> coder) {
    Outcome<T, R> outcome = new Outcome<>(tags, tuple);
    outcome.results.setCoder(coder);
    outcome.deadLetters.setCoder(DeadLetterCoder.of());
    return outcome;
  }

  /** A step with both outputs. */
  static <I, T, R> ParDo.MultiOutput<I, KV<T, R>> outputs(
      ParDo.SingleOutput<I, KV<T, R>> step, Tags<T, R> tags) {
    return step.withOutputTags(tags.results(), TupleTagList.of(tags.deadLetters()));
  }

  /** The tags of the two outputs. */
  record Tags<T, R>(TupleTag<KV<T, R>> results, TupleTag<DeadLetter> deadLetters)
      implements Serializable {

    static <T, R> Tags<T, R> create() {
      return new Tags<>(new TupleTag<>("results") {}, new TupleTag<>("deadLetters") {});
    }
  }
}
