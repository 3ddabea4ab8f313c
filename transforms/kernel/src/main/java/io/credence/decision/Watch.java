package io.credence.decision;

import java.util.ArrayList;
import java.util.List;

/**
 * Looks at an output again and again while its labels arrive.
 *
 * <p>Mutable; not thread-safe.
 */
public final class Watch {

  /** The probability of the intervals whose coverage is watched. */
  public static final double LEVEL = CoverageAlarm.LEVEL;

  /** The logarithm of the detector from which on there is an alarm of the coverage. */
  public static final double LOG_ALARM = StrictMath.log(CoverageAlarm.LABELS_TO_FALSE_ALARM);

  /** The probability that any look of a comparison decides wrongly. */
  public static final double ERROR = 0.05;

  private final double error;
  private final boolean hasIntervals;
  private final CoverageAlarm alarm = new CoverageAlarm();
  private final List<Look> looks = new ArrayList<>();
  private long labels;
  private double covered;

  /**
   * @param outputs how many outputs are watched together, which share the {@link #ERROR}
   * @param hasIntervals whether there is a coverage
   */
  public Watch(int outputs, boolean hasIntervals) {
    this.error = ERROR / outputs;
    this.hasIntervals = hasIntervals;
  }

  /**
   * Looks once more, at all that there is so far.
   *
   * @param seen how many labels there are
   * @param within how many of these lie within their intervals
   * @param compared how many records were compared
   * @param mean the mean difference of their loss, the challenger's less that of the champion; NaN
   *     where it is not defined
   * @param sd the standard deviation of these differences
   */
  public void look(long seen, double within, long compared, double mean, double sd) {
    if (hasIntervals) {
      alarm.add(seen - labels, within - covered);
    }
    labels = seen;
    covered = within;
    looks.add(
        new Look(
            seen,
            hasIntervals ? within / seen : Double.NaN,
            hasIntervals ? CoverageEvidence.log(within, seen, LEVEL) : Double.NaN,
            hasIntervals ? alarm.log() : Double.NaN,
            compared,
            mean,
            MeanBounds.of(error, compared, mean, sd)));
  }

  /** All looks so far. */
  public List<Look> looks() {
    return List.copyOf(looks);
  }
}
