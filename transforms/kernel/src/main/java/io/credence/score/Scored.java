package io.credence.score;

import io.credence.summary.Summary;
import java.util.Arrays;
import java.util.List;

/** The result of scoring one record. Immutable. */
public final class Scored {

  private final Summary summary;
  private final List<String> unseenLevels;
  private final double[] samples;

  private Scored(Summary summary, List<String> unseenLevels, double[] samples) {
    this.summary = summary;
    this.unseenLevels = List.copyOf(unseenLevels);
    this.samples = samples;
  }

  /**
   * Returns the result of scoring a record.
   *
   * @param unseenLevels the levels that the model was not trained on, such as {@code carrier=ZZ}
   * @param samples the samples, in the order of the posterior draws; empty when they were not asked
   *     for. The array is not copied.
   */
  public static Scored of(Summary summary, List<String> unseenLevels, double[] samples) {
    return new Scored(summary, unseenLevels, samples);
  }

  public Summary summary() {
    return summary;
  }

  public List<String> unseenLevels() {
    return unseenLevels;
  }

  /** The shared array, which must not be changed. */
  public double[] samples() {
    return samples;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Scored that
        && summary.equals(that.summary)
        && unseenLevels.equals(that.unseenLevels)
        && Arrays.equals(samples, that.samples);
  }

  @Override
  public int hashCode() {
    return 31 * summary.hashCode() + Arrays.hashCode(samples);
  }

  @Override
  public String toString() {
    return "Scored{" + summary + ", unseenLevels=" + unseenLevels + "}";
  }
}
