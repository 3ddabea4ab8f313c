package io.credence.evaluation;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What a figure of an evaluation must be for its model to be good enough.
 *
 * @param output the output of the model
 * @param figure the figure's name, such as {@code coverage_95}
 * @param min the least value that meets it; null for none
 * @param max the greatest value that meets it; null for none
 */
public record Gate(String output, String figure, @Nullable Double min, @Nullable Double max)
    implements Serializable {

  /**
   * Whether a value meets it.
   *
   * @param value one that is not finite meets none
   */
  public boolean isMetBy(double value) {
    return Math.abs(value) <= Double.MAX_VALUE
        && (min == null || value >= min)
        && (max == null || value <= max);
  }

  @Override
  public String toString() {
    String range =
        min == null ? "at most " + max : max == null ? "at least " + min : min + " to " + max;
    return "%s of %s: %s".formatted(figure, output, range);
  }
}
