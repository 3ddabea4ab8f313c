package io.credence.beam;

import io.credence.deadletter.UnscorableException;
import io.credence.predict.FieldReader;
import io.credence.rollout.KeyShare;
import io.credence.score.Scored;
import io.credence.score.Scorer;
import java.io.IOException;

/**
 * Scores each record with the one of two models that its key belongs to. A record without a key
 * belongs to the champion, which refuses it.
 *
 * <p>Not thread-safe: it knows the record before.
 */
final class CanaryStep<T> implements RecordScorer.Step<T, Scored> {

  /** A model and what it reads. */
  record Side<T>(Scorer scorer, FieldReader<T> reader) {}

  private final RecordReader<T> records;
  private final int keyField;
  private final KeyShare share;
  private final Side<T> champion;
  private final Side<T> challenger;
  private boolean challenged;

  /**
   * @param keyField the position of the key among what {@code records} reads
   */
  CanaryStep(
      RecordReader<T> records, int keyField, KeyShare share, Side<T> champion, Side<T> challenger) {
    this.records = records;
    this.keyField = keyField;
    this.share = share;
    this.champion = champion;
    this.challenger = challenger;
  }

  @Override
  public Scored apply(T record) throws UnscorableException, IOException {
    challenged = false;
    records.begin(record);
    challenged = share.has(records.read(record, keyField));
    return challenged
        ? challenger.scorer().score(challenger.reader(), record).ofChallenger()
        : champion.scorer().score(champion.reader(), record);
  }

  @Override
  public boolean isChallengers() {
    return challenged;
  }
}
