package io.credence.beam;

import io.credence.model.Output.Kind;
import java.util.Arrays;

/** The posterior predictive samples of one output for one record. Immutable. */
public final class OutputSamples {

  private static final double[] NO_CLASSES = {};

  private final Kind kind;
  private final double[] values;
  private final double[] probabilities;

  private OutputSamples(Kind kind, double[] values, double[] probabilities) {
    this.kind = kind;
    this.values = values;
    this.probabilities = probabilities;
  }

  /**
   * Returns samples. The arrays are not copied.
   *
   * @param kind what they are
   * @param values in the order of the posterior draws
   * @param probabilities of each class, averaged over the draws; empty for the other kinds
   */
  public static OutputSamples of(Kind kind, double[] values, double[] probabilities) {
    if ((kind == Kind.CLASSES) == (probabilities.length == 0)) {
      throw new IllegalArgumentException(
          "Samples of kind %s have the probabilities of %s classes"
              .formatted(kind, probabilities.length));
    }
    return new OutputSamples(kind, values, probabilities);
  }

  /** Returns samples that are any numbers. The array is not copied. */
  public static OutputSamples reals(double[] values) {
    return of(Kind.REAL, values, NO_CLASSES);
  }

  public Kind kind() {
    return kind;
  }

  /** The shared array, which must not be changed. */
  public double[] values() {
    return values;
  }

  /** The probability of each class; empty for other kinds. Shared: do not change. */
  public double[] probabilities() {
    return probabilities;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof OutputSamples that
        && kind == that.kind
        && Arrays.equals(values, that.values)
        && Arrays.equals(probabilities, that.probabilities);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return kind + "{" + values.length + "}";
  }
}
