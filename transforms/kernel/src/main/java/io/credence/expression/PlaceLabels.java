package io.credence.expression;

import io.credence.expression.Symbol.Dimension;
import io.credence.expression.Symbol.Tensor;
import java.util.List;

/** The labels of elements that are listed one by one. */
final class PlaceLabels {

  private PlaceLabels() {}

  /** A list, whose elements have the labels of the positions that are fixed in them. */
  static Dimension axis(List<Substitution> places, Scope scope) {
    List<String> labels = places.stream().map(place -> label(place, scope)).toList();
    return new Dimension("", labels.size(), labels);
  }

  private static String label(Substitution place, Scope scope) {
    String label = "";
    if (scope.resolve(place.tensor()).orElse(null) instanceof Tensor tensor) {
      for (int axis = 0; axis < place.positions().size(); axis++) {
        int position = place.positions().get(axis);
        Dimension dimension = tensor.dimensions().get(axis);
        if (position >= 0 && !dimension.isCounted()) {
          label = dimension.labels().get(position);
        }
      }
    }
    return label;
  }
}
