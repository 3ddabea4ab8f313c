package io.credence.score;

import io.credence.summary.ClassSummary;
import io.credence.summary.OutputSummary;
import io.credence.summary.Summary;
import java.util.Arrays;
import java.util.List;

/**
 * The result of scoring one record: of each output what its samples were reduced to. Immutable,
 * provided that no caller writes to the arrays, which are shared to spare a copy per record.
 */
public final class Scored {

  private static final double[] NO_SAMPLES = {};

  private final OutputSummary[] summaries;
  private final List<String> unseenLevels;
  private final double[][] samples;
  private final boolean byChallenger;

  private Scored(
      OutputSummary[] summaries,
      List<String> unseenLevels,
      double[][] samples,
      boolean byChallenger) {
    this.summaries = summaries;
    this.unseenLevels = List.copyOf(unseenLevels);
    this.samples = samples;
    this.byChallenger = byChallenger;
  }

  /**
   * Returns the result of scoring a record. The arrays are not copied.
   *
   * @param summaries one for each output, in the model's order, at least one
   * @param unseenLevels the levels that the model was not trained on, such as {@code carrier=ZZ}
   * @param samples those of each output, in the order of the posterior draws; empty when they were
   *     not asked for
   */
  public static Scored of(
      OutputSummary[] summaries, List<String> unseenLevels, double[][] samples) {
    if (summaries.length == 0 || (samples.length != 0 && samples.length != summaries.length)) {
      throw new IllegalArgumentException(
          "There must be an output, and samples of all or none, but are %s and %s"
              .formatted(summaries.length, samples.length));
    }
    return new Scored(summaries, unseenLevels, samples, false);
  }

  /** The same, made by the challenger of two models that share a stream of records. */
  public Scored ofChallenger() {
    return new Scored(summaries, unseenLevels, samples, true);
  }

  /** Which of two models that share a stream of records made it; false where there is only one. */
  public boolean byChallenger() {
    return byChallenger;
  }

  /** How many outputs there are, at least 1. */
  public int outputs() {
    return summaries.length;
  }

  /** What the samples of an output were reduced to, by its position in the model. */
  public OutputSummary output(int output) {
    return summaries[output];
  }

  /**
   * The figures of an output of numbers.
   *
   * @throws IllegalStateException when it has classes
   */
  public Summary summary(int output) {
    return summaries[output].figures();
  }

  /** The figures of the first output, which most models have alone. */
  public Summary summary() {
    return summary(0);
  }

  /**
   * The probabilities of an output of classes.
   *
   * @throws IllegalStateException when it has numbers
   */
  public ClassSummary classes(int output) {
    return summaries[output].classes();
  }

  /** How many samples were drawn, for all outputs alike. */
  public long numSamples() {
    return summaries[0].n();
  }

  public List<String> unseenLevels() {
    return unseenLevels;
  }

  /** Whether the samples themselves are part of the result. */
  public boolean hasSamples() {
    return samples.length > 0;
  }

  /** The samples of an output; empty when they were not asked for. Shared: do not change. */
  public double[] samples(int output) {
    return hasSamples() ? samples[output] : NO_SAMPLES;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Scored that
        && Arrays.equals(summaries, that.summaries)
        && unseenLevels.equals(that.unseenLevels)
        && Arrays.deepEquals(samples, that.samples)
        && byChallenger == that.byChallenger;
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(summaries) + Arrays.deepHashCode(samples);
  }

  @Override
  public String toString() {
    return "Scored{" + Arrays.toString(summaries) + ", unseenLevels=" + unseenLevels + "}";
  }
}
