package io.credence.beam;

import io.credence.deadletter.UnscorableException;
import java.io.IOException;
import java.io.Serializable;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.values.KV;
import org.jspecify.annotations.Nullable;

/**
 * Scores each element with a {@link RecordScorer}, and sends the records that it refuses to the
 * dead letters. Any other failure fails the bundle.
 *
 * @param <I> the type of an element
 * @param <T> the type of the record in it
 * @param <R> the type of its result
 */
final class RecordFn<I, T, R> extends DoFn<I, KV<T, R>> {

  private static final long serialVersionUID = 1;

  /** Makes scorers, one for each instance of the function, because they own scratch memory. */
  interface ScorerFactory<I, R> extends Serializable {

    RecordScorer<I, R> open(ScoringMetrics metrics);
  }

  private final ScorerFactory<I, R> scorers;
  private final SerializableFunction<I, T> record;
  private final ModelRef model;
  private final RecordFormat<T> format;
  private final Outcome.Tags<T, R> tags;
  private final ScoringMetrics metrics;
  private transient @Nullable RecordScorer<I, R> scorer;
  private transient @Nullable Router router;

  /**
   * Applies scorers.
   *
   * @param samplesPerRecord how many samples a scorer draws for each record, for the metrics
   */
  RecordFn(
      ScorerFactory<I, R> scorers,
      SerializableFunction<I, T> record,
      ModelRef model,
      int samplesPerRecord,
      RecordFormat<T> format,
      Outcome.Tags<T, R> tags) {
    this.scorers = scorers;
    this.record = record;
    this.model = model;
    this.format = format;
    this.tags = tags;
    this.metrics = new ScoringMetrics(model, samplesPerRecord);
  }

  @Setup
  public void setup() {
    scorer = scorers.open(metrics);
    router = new Router();
  }

  @ProcessElement
  public void process(@Element I element, MultiOutputReceiver out) throws IOException {
    RecordScorer<I, R> ready = scorer;
    Router ending = router;
    if (ready == null || ending == null) {
      throw new IllegalStateException("@Setup was not called");
    }
    ending.out = out;
    ready.score(element, ending);
  }

  @FinishBundle
  public void finishBundle() {
    metrics.flush();
  }

  /** Hands records on to one of the two outputs, and whether they have a result. */
  private final class Router implements RecordScorer.Ending<I, R, Boolean> {

    private @Nullable MultiOutputReceiver out;

    @Override
    public Boolean scored(I element, R result) {
      receiver().get(tags.results()).output(KV.of(record.apply(element), result));
      return true;
    }

    @Override
    public Boolean deadLetter(I element, UnscorableException reason) {
      T refused = record.apply(element);
      receiver()
          .get(tags.deadLetters())
          .output(DeadLetter.of(reason, model, format.source(refused), format, refused));
      return false;
    }

    private MultiOutputReceiver receiver() {
      MultiOutputReceiver current = out;
      if (current == null) {
        throw new IllegalStateException("There is no element");
      }
      return current;
    }
  }
}
