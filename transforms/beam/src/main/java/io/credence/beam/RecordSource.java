package io.credence.beam;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Where a record came from: a row of a file, or a message of a topic. Parts that do not apply are
 * null.
 *
 * @param row from 0
 * @param timestamp milliseconds since 1970-01-01T00:00:00Z
 */
public record RecordSource(
    @Nullable String file,
    @Nullable Long row,
    @Nullable String topic,
    @Nullable Integer partition,
    @Nullable Long offset,
    @Nullable Long timestamp)
    implements Serializable {

  /** A row of a file, from 0. */
  public static RecordSource row(String file, long row) {
    return new RecordSource(file, row, null, null, null, null);
  }
}
