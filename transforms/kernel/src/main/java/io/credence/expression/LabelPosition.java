package io.credence.expression;

import io.credence.expression.Symbol.Dimension;
import io.credence.problem.Excerpt;
import io.credence.problem.Suggestion;
import java.util.List;
import java.util.stream.IntStream;

/** The position of a label that the expression names, as in {@code beta["tv"]}. */
final class LabelPosition {

  private LabelPosition() {}

  static int of(String array, Dimension dimension, Text label, int offset)
      throws ExpressionException {
    List<String> labels = dimension.labels();
    if (labels.isEmpty()) {
      throw new ExpressionException(
          "Dimension '%s' of %s has no labels, so \"%s\" names none of its positions 0 to %s"
              .formatted(dimension.name(), array, Excerpt.of(label.value()), dimension.size() - 1),
          offset);
    }
    String wanted = Label.plain(label.value());
    int[] found =
        IntStream.range(0, labels.size())
            .filter(i -> Label.plain(labels.get(i)).equals(wanted))
            .toArray();
    if (found.length == 1) {
      return found[0];
    }
    throw new ExpressionException(
        "Dimension '%s' of %s has %s label \"%s\"%s. Its labels are %s"
            .formatted(
                dimension.name(),
                array,
                found.length == 0 ? "no" : "more than one",
                Excerpt.of(label.value()),
                found.length == 0 ? Suggestion.didYouMean(label.value(), labels) : "",
                Label.list(labels)),
        offset);
  }
}
