package io.credence.beam;

import io.credence.deadletter.UnscorableException;
import io.credence.predict.FieldReader;
import java.io.IOException;

/**
 * Reads the fields of one record after another, where a record may have to be decoded first.
 *
 * @param <T> the type of a record
 */
@FunctionalInterface
public interface RecordReader<T> extends FieldReader<T> {

  /**
   * Makes a record the one whose fields are read until the next is begun.
   *
   * @throws UnscorableException when it can't be decoded
   */
  default void begin(T record) throws UnscorableException, IOException {}
}
