package io.credence.expression;

import io.credence.expression.Symbol.Dimension;
import io.credence.expression.Symbol.LevelFeature;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The position on a dimension for each level of a feature. Labels decide where the dimension has
 * them, because a model may list its levels in another order than the posterior. The order decides
 * where there are none, or where a tool made them up (0, 1, 2, …) and the levels are others, such
 * as the 1, 2, 3 of Stan. What could be meant in both ways is refused.
 */
final class LevelPositions {

  private static final int TWICE = -1;

  private final String tensor;
  private final Dimension dimension;
  private final LevelFeature feature;
  private final int offset;
  private final Map<String, Integer> byLabel = new HashMap<>();

  private LevelPositions(String tensor, Dimension dimension, LevelFeature feature, int offset) {
    this.tensor = tensor;
    this.dimension = dimension;
    this.feature = feature;
    this.offset = offset;
    for (int i = 0; i < dimension.labels().size(); i++) {
      byLabel.merge(text(dimension.labels().get(i)), i, (first, second) -> TWICE);
    }
  }

  static int[] of(String tensor, Dimension dimension, LevelFeature feature, int offset)
      throws ExpressionException {
    return new LevelPositions(tensor, dimension, feature, offset).positions();
  }

  private int[] positions() throws ExpressionException {
    List<String> levels = feature.levels();
    List<String> unlabelled = levels.stream().filter(l -> !byLabel.containsKey(text(l))).toList();
    String left = feature.reference();
    if (left != null && !dimension.isCounted() && unlabelled.equals(List.of(left))) {
      unlabelled = List.of();
    }
    boolean noneIsLabel = unlabelled.size() == levels.size();
    boolean madeUp = dimension.isMadeUp() && levels.size() == dimension.size();
    if (dimension.isCounted() && (noneIsLabel || (madeUp && !unlabelled.isEmpty()))) {
      return inOrder();
    }
    if (dimension.isCounted() && !beginAtZero()) {
      throw readTwoWays();
    }
    if (!unlabelled.isEmpty()) {
      throw refused(
          "Feature '%s' has levels that are no labels of dimension '%s' of %s: %s. Its labels are %s%s"
              .formatted(
                  feature.name(),
                  dimension.name(),
                  tensor,
                  Label.list(unlabelled),
                  Label.list(dimension.labels()),
                  remedy(unlabelled)));
    }
    for (String level : levels) {
      if (byLabel.getOrDefault(text(level), Axis.REFERENCE) == TWICE) {
        throw refused(
            "Dimension '%s' of %s has the label '%s' twice, so level '%s' of feature '%s' could be either. Make the labels of the posterior unique"
                .formatted(dimension.name(), tensor, level, level, feature.name()));
      }
    }
    return levels.stream()
        .mapToInt(level -> byLabel.getOrDefault(text(level), Axis.REFERENCE))
        .toArray();
  }

  private int[] inOrder() throws ExpressionException {
    int count = feature.levels().size();
    String left = feature.reference();
    int reference = left == null ? -1 : feature.levels().indexOf(left);
    if (reference >= 0 && count - 1 == dimension.size()) {
      return IntStream.range(0, count)
          .map(i -> i == reference ? Axis.REFERENCE : i < reference ? i : i - 1)
          .toArray();
    }
    if (count != dimension.size()) {
      throw refused(
          "Feature '%s' has %s level%s, but dimension '%s' of %s has %s positions"
              .formatted(
                  feature.name(),
                  count,
                  count == 1 ? "" : "s",
                  dimension.name(),
                  tensor,
                  dimension.size()));
    }
    if (arePositionsInAnotherOrder()) {
      throw refused(
          "Feature '%s' lists its levels as %s, but dimension '%s' of %s has no labels: level %s could mean position %s, or the first. List them from 0, or give the dimension labels"
              .formatted(
                  feature.name(),
                  Label.list(feature.levels()),
                  dimension.name(),
                  tensor,
                  feature.levels().get(0),
                  feature.levels().get(0)));
    }
    return IntStream.range(0, count).toArray();
  }

  private boolean arePositionsInAnotherOrder() {
    List<String> positions =
        IntStream.range(0, dimension.size()).mapToObj(Integer::toString).toList();
    List<String> levels = feature.levels().stream().map(Label::plain).toList();
    return !levels.equals(positions) && new HashSet<>(levels).containsAll(positions);
  }

  /** Levels that begin with 0 can't be meant to count from 1. */
  private boolean beginAtZero() {
    return feature.levels().stream().anyMatch(level -> Label.plain(level).equals("0"));
  }

  private ExpressionException readTwoWays() {
    return refused(
        "Feature '%s' has the levels %s, but dimension '%s' of %s has just the labels 0 to %s: level %s could mean the label, or, counted from 1 as in Stan, the element before it. %s"
            .formatted(
                feature.name(),
                Label.list(feature.levels()),
                dimension.name(),
                tensor,
                dimension.size() - 1,
                feature.levels().stream()
                    .filter(l -> byLabel.containsKey(text(l)))
                    .findFirst()
                    .orElse("1"),
                feature.numeric()
                    ? "Write %s[%s - 1] for numbers from 1, or list all of the levels 0 to %s"
                        .formatted(tensor, feature.name(), dimension.size() - 1)
                    : "List all of the levels 0 to " + (dimension.size() - 1)));
  }

  /** Texts that look alike may differ in how accents are encoded, or in spaces at their ends. */
  private String remedy(List<String> unlabelled) {
    Map<String, String> labels = new HashMap<>();
    dimension.labels().forEach(label -> labels.put(seen(label), label));
    for (String level : unlabelled) {
      if (labels.containsKey(seen(level))) {
        return ". The label that looks like '%s' has other characters: spaces at its ends, or accents that are encoded in another way"
            .formatted(level);
      }
    }
    return unlabelled.size() == 1
            && feature.reference() == null
            && dimension.size() == feature.levels().size() - 1
        ? ". If the coding leaves '%s' out, so that its effect is 0, give the feature reference: %s"
            .formatted(unlabelled.get(0), unlabelled.get(0))
        : "";
  }

  private static String seen(String label) {
    return Normalizer.normalize(label, Normalizer.Form.NFKC).strip();
  }

  private String text(String label) {
    return feature.numeric() || dimension.isCounted() ? Label.plain(label) : label;
  }

  private ExpressionException refused(String reason) {
    return new ExpressionException(reason, offset);
  }
}
