package io.credence.evaluation;

/** What became of records, besides those that could not be scored. */
public enum RecordCount {
  /** All records that were looked at. */
  READ,
  /** Records of which at least one output has a label and was compared with it. */
  EVALUATED,
  /** Records without a label. */
  UNLABELLED,
  /**
   * Records with a label that their output can't have, such as text where numbers are predicted.
   */
  INVALID_LABEL,
  /** Records that bring a score along which is not what the model says of them. */
  SCORE_MISMATCH,
  /**
   * Served files whose rows are fewer or more than their manifest says, or which it does not list.
   */
  ROW_MISMATCH,
  /** Records without a key, where labels are found by it. */
  WITHOUT_KEY,
  /** Records that share their key with another record, so that a label could be of either. */
  PREDICTED_TWICE,
  /** Records whose key several labels have, so that either could be right. */
  LABELLED_TWICE,
  /** Labels whose key no record has. */
  NOT_PREDICTED,
  /** Evaluated records that the other model can't score. */
  NOT_COMPARED,
  /** Predictions of a stream that came before, the same ones. */
  PREDICTION_REPEATED,
  /** All labels of a stream. */
  LABELS_READ,
  /** Labels of a stream that can't be read, have no key, or that their output can't have. */
  LABEL_INVALID,
  /** Labels of a stream that hold none of any output. */
  LABEL_EMPTY,
  /** Labels of a stream that say what one of their key has said before. */
  LABEL_REPEATED,
  /** Labels of a stream that say something else than those of their key before. */
  LABEL_REVISED
}
