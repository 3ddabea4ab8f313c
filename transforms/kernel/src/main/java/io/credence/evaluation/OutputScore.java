package io.credence.evaluation;

import io.credence.decision.Watch;

/** What one prediction of one output scores against its label. Reused from record to record. */
interface OutputScore {

  /** Adds it to the statistics of its output. */
  void addTo(OutputStatistics statistics);

  /**
   * How much of the label lies within the equal-tailed interval of {@link Watch#LEVEL}, in units of
   * {@link Pit#ONE}; 0 for classes.
   */
  long covered();

  /** The value of a {@linkplain Quantities#losses loss}, by its position; NaN for none. */
  double loss(int loss);
}
