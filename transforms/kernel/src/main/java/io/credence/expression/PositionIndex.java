package io.credence.expression;

import io.credence.expression.Symbol.Dimension;
import io.credence.expression.Symbol.NumberFeature;
import org.jspecify.annotations.Nullable;

/** Says where a number may be an index, which is a position from 0 and never a label. */
final class PositionIndex {

  private PositionIndex() {}

  /**
   * Refuses a number that a record yields unless the dimension's labels are its positions.
   *
   * @param feature the feature that is the index as it is, or null
   */
  static void require(
      String tensor, Dimension dimension, @Nullable NumberFeature feature, int offset)
      throws ExpressionException {
    // A list has the names of what it holds, which no number can mean.
    if (!dimension.isCounted() && !dimension.name().isEmpty()) {
      throw labelled(tensor, dimension, feature, offset);
    }
    if (feature != null && Double.isFinite(feature.max()) && feature.max() >= dimension.size()) {
      throw new ExpressionException(
          ("Feature '%s' may be up to %s, but the positions on dimension '%s' of %s are 0 to %s."
                  + " Write %s[%s - 1] for numbers from 1, as Stan counts, or make max smaller")
              .formatted(
                  feature.name(),
                  Label.plain(Double.toString(feature.max())),
                  dimension.name(),
                  tensor,
                  dimension.size() - 1,
                  tensor,
                  feature.name()),
          offset);
    }
  }

  /** Refuses a number of the expression where a label could be meant by it. */
  static void requireFixed(String tensor, Dimension dimension, int offset)
      throws ExpressionException {
    if (!dimension.isCounted() && dimension.labels().stream().anyMatch(Label::readsAsNumber)) {
      throw labelled(tensor, dimension, null, offset);
    }
  }

  private static ExpressionException labelled(
      String tensor, Dimension dimension, @Nullable NumberFeature feature, int offset) {
    String index =
        feature == null
            ? "Index it by a feature with levels: " + dimension.name()
            : "Give feature '%s' levels: %s".formatted(feature.name(), dimension.name());
    return new ExpressionException(
        ("Dimension '%s' of %s has the labels %s: a number as its index could mean a label, or a"
                + " position from 0 (in Stan, from 1). %s, or save the posterior without the labels,"
                + " .drop_vars(\"%s\"), for positions from 0")
            .formatted(
                dimension.name(), tensor, Label.list(dimension.labels()), index, dimension.name()),
        offset);
  }
}
