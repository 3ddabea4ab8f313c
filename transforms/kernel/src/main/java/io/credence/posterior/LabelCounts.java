package io.credence.posterior;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Checks that a dimension has as many positions as labels. Labels belong to a dimension by its name
 * alone, and groups of a file may use one name for dimensions of different lengths; labels of the
 * wrong one would silently lead to the wrong element.
 */
final class LabelCounts {

  private LabelCounts() {}

  /** What is wrong, one text for each dimension of a parameter or constant that does not fit. */
  static List<String> problems(
      List<ParameterDraws> parameters,
      List<ConstantData> constants,
      Map<String, Coordinate> coordinates) {
    List<String> problems = new ArrayList<>();
    for (ParameterDraws each : parameters) {
      check("parameter", each.name(), each.dims(), each.shape(), coordinates, problems);
    }
    for (ConstantData each : constants) {
      check("constant", each.name(), each.dims(), each.shape(), coordinates, problems);
    }
    return problems;
  }

  private static void check(
      String kind,
      String name,
      List<String> dims,
      int[] shape,
      Map<String, Coordinate> coordinates,
      List<String> problems) {
    for (int i = 0; i < shape.length; i++) {
      Coordinate coordinate = coordinates.get(dims.get(i));
      if (coordinate != null && coordinate.isIndex() && coordinate.labels().size() != shape[i]) {
        problems.add(
            ("%s `%s` must have as many positions on dimension `%s` as its coordinate has labels,"
                    + " which is %s, but has %s. Rename the dimension of one of the two, or save the"
                    + " labels that belong to it")
                .formatted(kind, name, dims.get(i), coordinate.labels().size(), shape[i]));
      }
    }
  }
}
