package io.credence.beam;

import io.credence.deadletter.UnscorableException;
import java.io.IOException;
import java.util.List;

/**
 * Applies a step of scoring to one record after another, and counts: each record ends with a result
 * or as a dead letter. This is the one place where that is decided, for every way from a source to
 * a sink; observers attached here see all of them.
 *
 * <p>A record that is refused with an {@link UnscorableException} becomes a dead letter. Anything
 * else that is thrown fails the bundle.
 *
 * <p>Not thread-safe: its step owns scratch memory.
 *
 * @param <T> the type of a record
 * @param <R> the type of its result
 */
public final class RecordScorer<T, R> {

  /** A step of scoring. */
  @FunctionalInterface
  public interface Step<T, R> {

    R apply(T record) throws UnscorableException, IOException;

    /** Whether the record that it was applied to last belongs to a challenger. */
    default boolean isChallengers() {
      return false;
    }
  }

  /**
   * The end of a record's way.
   *
   * @param <O> what is handed on of it
   */
  public interface Ending<T, R, O> {

    /**
     * Takes a record with its result.
     *
     * @throws UnscorableException when there is no place for it, such as a message that is too
     *     large; nothing of it must have been handed on then
     */
    O scored(T record, R result) throws UnscorableException, IOException;

    /** Takes a record without one. */
    O deadLetter(T record, UnscorableException reason) throws IOException;
  }

  private final Step<T, R> step;
  private final ScoringMetrics metrics;
  private final List<RecordObserver<T, R>> observers;

  RecordScorer(Step<T, R> step, ScoringMetrics metrics, List<RecordObserver<T, R>> observers) {
    this.step = step;
    this.metrics = metrics;
    this.observers = List.copyOf(observers);
  }

  /** Whether the record that is being scored, or was scored last, belongs to a challenger. */
  public boolean isChallengers() {
    return step.isChallengers();
  }

  /** Scores a record, and returns what its end hands on. */
  public <O> O score(T record, Ending<? super T, ? super R, O> ending) throws IOException {
    R result;
    O output;
    try {
      result = timed(record);
      output = ending.scored(record, result);
    } catch (UnscorableException e) {
      metrics.deadLetter(e.code(), isChallengers());
      for (RecordObserver<T, R> observer : observers) {
        observer.deadLetter(record, e);
      }
      return ending.deadLetter(record, e);
    }
    metrics.scored(isChallengers());
    for (RecordObserver<T, R> observer : observers) {
      observer.scored(record, result);
    }
    return output;
  }

  private R timed(T record) throws UnscorableException, IOException {
    metrics.begin();
    try {
      return step.apply(record);
    } finally {
      metrics.end();
    }
  }

  /** Hands over what was counted; to be called before a bundle ends. */
  public void flush() {
    metrics.flush();
  }
}
