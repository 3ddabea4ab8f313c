package io.credence.expression;

import io.credence.expression.Symbol.Dimension;
import io.credence.expression.Symbol.LevelFeature;
import io.credence.expression.Symbol.Tensor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The position on a dimension for each level. Labels decide where the dimension has them, because a
 * model may list its levels in another order than the posterior; otherwise the order does.
 */
final class LevelPositions {

  private LevelPositions() {}

  static int[] of(Tensor tensor, Dimension dimension, LevelFeature feature, int offset)
      throws ExpressionException {
    List<String> levels = feature.levels();
    Map<String, Integer> byLabel = new HashMap<>();
    for (int i = 0; i < dimension.labels().size(); i++) {
      byLabel.putIfAbsent(dimension.labels().get(i), i);
    }
    List<String> unlabelled = levels.stream().filter(l -> !byLabel.containsKey(l)).toList();
    if (unlabelled.isEmpty()) {
      return levels.stream().mapToInt(byLabel::get).toArray();
    }
    if (unlabelled.size() < levels.size() || levels.size() != dimension.size()) {
      throw new ExpressionException(
          "Feature '%s' has %s level%s, but dimension '%s' of %s has %s positions%s"
              .formatted(
                  feature.name(),
                  levels.size(),
                  levels.size() == 1 ? "" : "s",
                  dimension.name(),
                  tensor.name(),
                  dimension.size(),
                  dimension.labels().isEmpty()
                      ? ""
                      : " and knows no level " + String.join(", ", unlabelled)),
          offset);
    }
    return IntStream.range(0, levels.size()).toArray();
  }
}
