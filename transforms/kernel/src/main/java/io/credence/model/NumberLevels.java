package io.credence.model;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The levels of a feature that is a number, found without an object for each record. */
final class NumberLevels {

  private final double[] sorted;
  private final int[] levels;

  /**
   * @param labels the numbers as text, in the order of the levels
   */
  NumberLevels(List<String> labels) {
    Map<Double, Integer> byValue = new TreeMap<>();
    for (int level = 0; level < labels.size(); level++) {
      byValue.put(Double.valueOf(labels.get(level)), level);
    }
    this.sorted = byValue.keySet().stream().mapToDouble(Double::doubleValue).toArray();
    this.levels = byValue.values().stream().mapToInt(Integer::intValue).toArray();
  }

  /** The level of a number, or {@link Inputs#UNSEEN}. */
  int of(double number) {
    // Adding 0.0 turns -0.0 into 0.0, which the search would tell apart.
    int found = Arrays.binarySearch(sorted, number + 0.0);
    return found < 0 ? Inputs.UNSEEN : levels[found];
  }
}
