package io.credence.beam;

import java.util.Arrays;
import java.util.List;

/** The posterior predictive samples of one record. Immutable. */
public final class Samples {

  private final double[] values;
  private final List<String> unseenLevels;

  private Samples(double[] values, List<String> unseenLevels) {
    this.values = values;
    this.unseenLevels = List.copyOf(unseenLevels);
  }

  /**
   * Returns samples.
   *
   * @param values in the order of the posterior draws; not copied
   * @param unseenLevels the levels that the model was not trained on, such as {@code carrier=ZZ}
   */
  public static Samples of(double[] values, List<String> unseenLevels) {
    return new Samples(values, unseenLevels);
  }

  /** The shared array, which must not be changed. */
  public double[] values() {
    return values;
  }

  public List<String> unseenLevels() {
    return unseenLevels;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Samples that
        && Arrays.equals(values, that.values)
        && unseenLevels.equals(that.unseenLevels);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "Samples{" + values.length + "}";
  }
}
