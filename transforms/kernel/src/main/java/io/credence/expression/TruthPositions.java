package io.credence.expression;

import io.credence.expression.Symbol.Dimension;
import io.credence.expression.Symbol.NumberFeature;
import java.util.List;
import java.util.stream.IntStream;

/** The positions of false and true on a dimension with labels, whatever the order of these. */
final class TruthPositions {

  private TruthPositions() {}

  static Axis axis(String tensor, Dimension dimension, NumberFeature feature, int offset)
      throws ExpressionException {
    return Axis.byTruth(
        feature.slot(),
        position(tensor, dimension, feature, List.of("false", "0"), offset),
        position(tensor, dimension, feature, List.of("true", "1"), offset));
  }

  private static int position(
      String tensor, Dimension dimension, NumberFeature feature, List<String> spellings, int offset)
      throws ExpressionException {
    List<String> labels = dimension.labels();
    int[] found =
        IntStream.range(0, labels.size())
            .filter(i -> spellings.stream().anyMatch(Label.plain(labels.get(i))::equalsIgnoreCase))
            .toArray();
    if (found.length != 1) {
      throw new ExpressionException(
          ("Feature '%s' is a bool, so dimension '%s' of %s needs the labels false and true, or 0"
                  + " and 1, once each, but has %s. Rename the labels, or make the feature a string"
                  + " with levels: %s")
              .formatted(
                  feature.name(), dimension.name(), tensor, Label.list(labels), dimension.name()),
          offset);
    }
    return found[0];
  }
}
