package io.credence.kafka;

/**
 * A row of a file.
 *
 * @param file its location
 * @param row from 0
 */
public record RowId(String file, long row) implements RecordId {

  /** File and row such as {@code flights.parquet/0/1289}, with one form for rows and messages. */
  @Override
  public String toString() {
    return file + "/0/" + row;
  }
}
