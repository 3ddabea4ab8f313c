package io.credence.predict;

import org.jspecify.annotations.Nullable;

/**
 * Reads the fields that a model needs from a record of some format. This is all that scoring knows
 * of formats.
 *
 * @param <T> the type of a record
 */
@FunctionalInterface
public interface FieldReader<T> {

  /**
   * Returns the value of a field as a plain Java object: a {@link Number}, {@link Boolean}, {@link
   * CharSequence}, a date or time of {@code java.time}, or a {@link java.util.List} of numbers; any
   * other object is a value that no feature accepts, and is shown in messages; null when the field
   * is absent or null.
   *
   * @param field its position in {@link Predictor#fields}
   */
  @Nullable Object read(T record, int field);
}
