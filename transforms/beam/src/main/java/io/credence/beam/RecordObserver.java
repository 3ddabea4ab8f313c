package io.credence.beam;

import io.credence.deadletter.UnscorableException;
import java.io.IOException;

/**
 * Sees what becomes of each record, after it did: of a record, either method is called, once. What
 * it throws fails the bundle.
 *
 * @param <T> the type of a record
 * @param <R> the type of its result
 */
public interface RecordObserver<T, R> {

  /** A record has a result. The record's fields can still be read. */
  void scored(T record, R result) throws IOException;

  /** A record has none. Its fields can be read where it could be decoded. */
  void deadLetter(T record, UnscorableException reason);
}
