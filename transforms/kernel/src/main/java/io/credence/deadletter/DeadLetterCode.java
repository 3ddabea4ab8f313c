package io.credence.deadletter;

/**
 * The kinds of defect that send a record to the dead letters. The names are part of the output
 * contract.
 */
public enum DeadLetterCode {
  /** The bytes of the record could not be decoded. */
  UNDECODABLE,
  /** A feature is absent or null and its model gives no default. */
  MISSING_FEATURE,
  /** The field that identifies a record is absent or null. */
  MISSING_KEY,
  /** A value has another type than the model declares, such as text where a number belongs. */
  WRONG_TYPE,
  /** A feature is NaN or infinite. */
  NOT_FINITE,
  /** A feature lies outside of the range that the model declares. */
  OUT_OF_RANGE,
  /** A level that the model was not trained on, and the model has no policy for it. */
  UNSEEN_LEVEL,
  /** A parameter of the predictive distribution lies outside of its domain, such as sigma <= 0. */
  INVALID_PARAMETER,
  /**
   * A predictive sample, or a parameter of its distribution, is NaN or infinite; or what the
   * distribution says of a label is NaN.
   */
  NOT_FINITE_PREDICTION,
  /** The range of the samples is too small for the asked number of bins in double precision. */
  DEGENERATE_HISTOGRAM,
  /** With its score, the record is larger than where it goes to takes. */
  TOO_LARGE
}
