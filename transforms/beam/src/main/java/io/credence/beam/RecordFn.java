package io.credence.beam;

import io.credence.deadletter.UnscorableException;
import java.io.Serializable;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.values.KV;
import org.jspecify.annotations.Nullable;

/**
 * Applies a step of scoring to each element, and sends the records that it refuses to the dead
 * letters. Any other failure fails the bundle.
 *
 * @param <I> the type of an element
 * @param <T> the type of the record in it
 * @param <R> the type of its result
 */
final class RecordFn<I, T, R> extends DoFn<I, KV<T, R>> {

  private static final long serialVersionUID = 1;

  /** A step, made anew for each instance of the function, because it owns scratch memory. */
  interface Step<I, R> {

    R apply(I element) throws UnscorableException;
  }

  /** Makes steps. */
  interface StepFactory<I, R> extends Serializable {

    Step<I, R> create();
  }

  private final StepFactory<I, R> steps;
  private final SerializableFunction<I, T> record;
  private final ModelRef model;
  private final RecordFormat<T> format;
  private final Outcome.Tags<T, R> tags;
  private final ScoringMetrics metrics;
  private transient @Nullable Step<I, R> step;

  /**
   * Applies steps.
   *
   * @param samplesPerRecord how many samples a step draws for each record, for the metrics
   */
  RecordFn(
      StepFactory<I, R> steps,
      SerializableFunction<I, T> record,
      ModelRef model,
      int samplesPerRecord,
      RecordFormat<T> format,
      Outcome.Tags<T, R> tags) {
    this.steps = steps;
    this.record = record;
    this.model = model;
    this.format = format;
    this.tags = tags;
    this.metrics = new ScoringMetrics(model, samplesPerRecord);
  }

  @Setup
  public void setup() {
    step = steps.create();
  }

  @ProcessElement
  public void process(@Element I element, MultiOutputReceiver out) {
    Step<I, R> ready = step;
    if (ready == null) {
      throw new IllegalStateException("@Setup was not called");
    }
    T each = record.apply(element);
    try {
      metrics.begin();
      R result = ready.apply(element);
      metrics.scored();
      out.get(tags.results()).output(KV.of(each, result));
    } catch (UnscorableException e) {
      metrics.deadLetter(e.code());
      out.get(tags.deadLetters())
          .output(DeadLetter.of(e, model, format.source(each), format, each));
    }
  }

  @FinishBundle
  public void finishBundle() {
    metrics.flush();
  }
}
