package io.credence.summary;

import io.credence.deadletter.DeadLetterCode;
import io.credence.deadletter.UnscorableException;
import java.util.Arrays;

/**
 * The probabilities of classes: those of each posterior draw, averaged, and so without the noise
 * that a share of samples would have. Immutable, provided that no caller writes to the array.
 */
public final class ClassSummary implements OutputSummary {

  private final long n;
  private final double[] probabilities;

  private ClassSummary(long n, double[] probabilities) {
    this.n = n;
    this.probabilities = probabilities;
  }

  /**
   * Returns the summary of classes. The array is taken over, not copied.
   *
   * @param n the number of draws behind it, at least 1
   * @param probabilities of each class, at least one
   */
  public static ClassSummary of(long n, double[] probabilities) {
    if (n < 1 || probabilities.length == 0) {
      throw new IllegalArgumentException(
          "There must be a draw and a class, but are %s and %s".formatted(n, probabilities.length));
    }
    return new ClassSummary(n, probabilities);
  }

  @Override
  public long n() {
    return n;
  }

  @Override
  public ClassSummary classes() {
    return this;
  }

  /** The probability of each class, in the order of their numbers. Shared: do not change. */
  public double[] probabilities() {
    return probabilities;
  }

  /** The number of the most probable class; of several that are, the first. */
  public int mode() {
    int mode = 0;
    for (int k = 1; k < probabilities.length; k++) {
      if (probabilities[k] > probabilities[mode]) {
        mode = k;
      }
    }
    return mode;
  }

  /**
   * This summary, if it can be handed on.
   *
   * @throws UnscorableException NOT_FINITE_PREDICTION if a probability is NaN or infinite
   */
  public ClassSummary requireFinite() throws UnscorableException {
    for (int k = 0; k < probabilities.length; k++) {
      if (!Double.isFinite(probabilities[k])) {
        throw new UnscorableException(
            DeadLetterCode.NOT_FINITE_PREDICTION,
            "The probability of each class must be finite, but that of class %s of %s is %s"
                .formatted(k, probabilities.length, probabilities[k]),
            null);
      }
    }
    return this;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ClassSummary that
        && n == that.n
        && Arrays.equals(probabilities, that.probabilities);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(probabilities);
  }

  @Override
  public String toString() {
    return "ClassSummary[n=%s, probabilities=%s]".formatted(n, Arrays.toString(probabilities));
  }
}
