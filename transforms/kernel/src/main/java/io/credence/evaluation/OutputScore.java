package io.credence.evaluation;

/** What one prediction of one output scores against its label. Reused from record to record. */
interface OutputScore {

  /** Adds it to the statistics of its output. */
  void addTo(OutputStatistics statistics);

  /** The value of a {@linkplain Quantities#losses loss}, by its position; NaN for none. */
  double loss(int loss);
}
