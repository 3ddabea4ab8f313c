package io.credence.aggregate;

import io.credence.score.Scored;
import org.jspecify.annotations.Nullable;

/**
 * What became of a group.
 *
 * @param key which group it is
 * @param records how many records are in its figures
 * @param deadLetters how many records of the group are not, because they could not be scored
 * @param weight the sum of the records' weights
 * @param scored the figures of each statistic; null when there are none
 * @param problem why there are none; null when there are
 */
public record GroupTotal(
    GroupKey key,
    long records,
    long deadLetters,
    double weight,
    @Nullable Scored scored,
    @Nullable String problem) {

  /** The same with figures. */
  public GroupTotal with(Scored figures) {
    return new GroupTotal(key, records, deadLetters, weight, figures, null);
  }
}
