package io.credence.evaluation;

/**
 * Where a record is.
 *
 * @param file a file or topic; empty where that is not known
 * @param row its position there, from 0; negative where that is not known
 */
public record Place(String file, long row) {

  /** Where it is not known. */
  public static final Place UNKNOWN = new Place("", -1);
}
