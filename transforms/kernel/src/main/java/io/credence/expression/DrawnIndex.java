package io.credence.expression;

import io.credence.expression.Symbol.Dimension;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was drawn as the index of an axis: another position for each sample.
 *
 * @param axis the axis, among those that no other index chooses on
 * @param column the position for each sample
 * @param array the name of what is indexed
 */
@SuppressWarnings("ArrayRecordComponent") // Shared storage that is never compared.
record DrawnIndex(int axis, double[] column, String array) {

  /** What was drawn, if the index is that and nothing else. */
  static Symbol.@Nullable Drawn drawn(@Nullable Value index) {
    if (index instanceof DrawnClasses classes) {
      return classes.drawn();
    }
    return index instanceof DrawnNumbers numbers ? numbers.drawn() : null;
  }

  /** Refuses what could be the wrong position, or none. */
  static void require(String array, Dimension dimension, Symbol.Drawn drawn, int offset)
      throws ExpressionException {
    int classes = drawn.classes().size();
    if (classes > 0 && classes != dimension.size()) {
      throw new ExpressionException(
          "'%s' has %s classes, but dimension '%s' of %s has %s positions"
              .formatted(drawn.name(), classes, dimension.name(), array, dimension.size()),
          offset);
    }
    Optional<String> misfit = new Dimension("", classes, drawn.classes()).misfit(dimension);
    if (misfit.isPresent()) {
      throw new ExpressionException(misfit.get(), offset);
    }
    if (!drawn.classes().equals(dimension.labels())) {
      PositionIndex.require(array, dimension, null, offset);
    }
  }
}
