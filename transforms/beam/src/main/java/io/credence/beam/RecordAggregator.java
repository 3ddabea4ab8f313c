package io.credence.beam;

import io.credence.aggregate.Aggregator;
import io.credence.aggregate.Groups;
import io.credence.deadletter.UnscorableException;
import java.io.IOException;
import java.util.List;

/**
 * Adds one record after another to its groups, and counts, as scoring does: each ends in their
 * sums, or as a dead letter that is counted in them.
 *
 * <p>Not thread-safe: it owns scratch memory.
 *
 * @param <T> the type of a record
 */
public final class RecordAggregator<T> {

  private final Aggregator<T> aggregator;
  private final RecordScorer<T, Aggregator<T>> scorer;
  private final Ending ending;

  RecordAggregator(Aggregator<T> aggregator, RecordReader<T> reader, ScoringMetrics metrics) {
    this.aggregator = aggregator;
    this.scorer =
        new RecordScorer<>(
            record -> {
              reader.begin(record);
              aggregator.draw(record);
              return aggregator;
            },
            metrics,
            List.of());
    this.ending = new Ending();
  }

  /** Takes the records that can't be scored. */
  @FunctionalInterface
  public interface DeadLetters<T> {

    void take(T record, UnscorableException reason) throws IOException;
  }

  /** No groups yet. */
  public Groups groups() {
    return aggregator.groups();
  }

  /**
   * Adds a record to its groups.
   *
   * @return whether it is in their sums, and no dead letter
   */
  public boolean aggregate(T record, Groups groups, DeadLetters<? super T> deadLetters)
      throws IOException {
    ending.groups = groups;
    ending.deadLetters = deadLetters;
    return scorer.score(record, ending);
  }

  /** Identifies the record that was added last, as {@link Aggregator#recordId} does. */
  public byte[] recordId() {
    return aggregator.recordId();
  }

  /** Hands over what was counted; to be called before a bundle ends. */
  public void flush() {
    scorer.flush();
  }

  /** Adds what was drawn, and counts and hands on what can't be. */
  private final class Ending implements RecordScorer.Ending<T, Aggregator<T>, Boolean> {

    private Groups groups = aggregator.groups();
    private DeadLetters<? super T> deadLetters = (record, reason) -> {};

    @Override
    public Boolean scored(T record, Aggregator<T> drawn) {
      drawn.add(record, groups);
      return true;
    }

    @Override
    public Boolean deadLetter(T record, UnscorableException reason) throws IOException {
      aggregator.addDeadLetter(record, groups);
      deadLetters.take(record, reason);
      return false;
    }
  }
}
