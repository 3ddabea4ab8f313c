package io.credence.decision;

/**
 * What all labels up to a look say. Logarithms are natural.
 *
 * @param labels how many there are
 * @param coverage the share of them within their intervals of 95 %; NaN where there are no
 *     intervals, as for classes
 * @param logCoverageEvidence the logarithm of the e-value against a coverage of 95 %; NaN where
 *     there are no intervals
 * @param logAlarm the logarithm of the e-detector of a change of the coverage; NaN where there are
 *     no intervals
 * @param compared how many records both models have a score of; 0 without another model
 * @param difference the challenger's mean loss less that of the champion; NaN for none
 * @param bounds of that difference, which hold at all looks together
 */
public record Look(
    long labels,
    double coverage,
    double logCoverageEvidence,
    double logAlarm,
    long compared,
    double difference,
    MeanBounds bounds) {

  /** Which model is better, as this look has it. */
  public Preference preference() {
    return Preference.of(bounds);
  }

  boolean isAlarm() {
    return logAlarm >= Watch.LOG_ALARM;
  }
}
