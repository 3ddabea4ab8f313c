package io.credence.posterior;

import io.credence.problem.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Gathers parameters, constants and coordinates from the groups of a file, and their faults. */
final class PosteriorParts {

  private final Problems problems;
  private final List<ParameterDraws> parameters = new ArrayList<>();
  private final List<ConstantData> constants = new ArrayList<>();
  private final Map<String, Coordinate> coordinates = new LinkedHashMap<>();
  private final List<String> withoutDraws = new ArrayList<>();
  private @Nullable Shape shape;

  private record Shape(int chains, int drawsPerChain) {}

  PosteriorParts(Problems problems) {
    this.problems = problems;
  }

  void addParameters(List<NetCdfVariable> variables) {
    for (NetCdfVariable variable : variables) {
      if (!DrawLayout.DIMENSIONS.contains(variable.name())) {
        UntrustedBytes.collect(problems, () -> addParameter(variable));
      }
    }
  }

  /** Adds the variable unless it has no draws, as the second coordinate of a dimension has none. */
  private boolean addParameter(NetCdfVariable variable) throws UnreadableException {
    var layout = DrawLayout.of(variable);
    if (layout.isEmpty()) {
      return withoutDraws.add(variable.name() + variable.dims());
    }
    double[] stored = NumericData.read(variable);
    requireSameDraws(variable, layout.get());
    ParameterDraws parameter = layout.get().arrange(variable, stored);
    return parameters.add(parameter);
  }

  private void requireSameDraws(NetCdfVariable variable, DrawLayout layout)
      throws UnreadableException {
    int[] lengths = variable.shape();
    Shape found = new Shape(layout.chains(lengths), layout.drawsPerChain(lengths));
    if (shape == null) {
      shape = found;
    }
    if (!shape.equals(found) || found.chains() == 0 || found.drawsPerChain() == 0) {
      throw new UnreadableException(
          ("variable %s must have draws, as many as the others (%s chains of %s), but has %s chains"
                  + " of %s")
              .formatted(
                  variable.path(),
                  shape.chains(),
                  shape.drawsPerChain(),
                  found.chains(),
                  found.drawsPerChain()));
    }
  }

  void addConstants(List<NetCdfVariable> variables) {
    for (NetCdfVariable variable : variables) {
      UntrustedBytes.collect(problems, () -> addConstant(variable));
    }
  }

  private boolean addConstant(NetCdfVariable variable) throws UnreadableException {
    var values = NumericData.tryRead(variable);
    return values.isPresent()
        && constants.add(
            ConstantData.of(variable.name(), variable.dims(), variable.shape(), values.get()));
  }

  void addCoordinates(List<NetCdfVariable> variables) {
    for (NetCdfVariable variable : variables) {
      if (!DrawLayout.DIMENSIONS.contains(variable.name())) {
        UntrustedBytes.collect(problems, () -> addCoordinate(variable));
      }
    }
  }

  /** Adds what labels the positions of one dimension, as levels may, beside its own labels. */
  void addDescriptions(List<NetCdfVariable> variables) {
    for (NetCdfVariable variable : variables) {
      boolean labels =
          variable.dims().size() == 1 && !DrawLayout.DIMENSIONS.contains(variable.dims().get(0));
      if (labels) {
        UntrustedBytes.collect(problems, () -> addCoordinate(variable));
      } else {
        withoutDraws.add(variable.name() + variable.dims());
      }
    }
  }

  /**
   * Levels are looked up once, and the index found serves parameters and constants alike. So a
   * dimension that has other labels in another group would lead to the wrong element.
   */
  private Coordinate addCoordinate(NetCdfVariable variable) throws UnreadableException {
    Coordinate coordinate = Labels.read(variable);
    Coordinate known = coordinates.putIfAbsent(coordinate.name(), coordinate);
    if (known != null && !known.equals(coordinate)) {
      throw new UnreadableException(
          ("coordinate %s must have the labels that `%s` has in the posterior, %s, but has %s."
                  + " Reindex one of the groups, or rename the dimension")
              .formatted(
                  variable.path(),
                  variable.name(),
                  brief(known.labels()),
                  brief(coordinate.labels())));
    }
    return coordinate;
  }

  private static String brief(List<String> labels) {
    return labels.size() <= 5
        ? labels.toString()
        : "%s and %s more".formatted(labels.subList(0, 5), labels.size() - 5);
  }

  /** Notes the absence of parameters, where no other fault explains it. */
  void requireParameters() {
    if (parameters.isEmpty() && problems.isEmpty()) {
      problems.add(
          ("the posterior must have at least one parameter with the dimensions chain and draw (or"
                  + " sample), but has %s. Save the InferenceData of the fit")
              .formatted(withoutDraws.isEmpty() ? "no variables" : "only " + withoutDraws));
    }
  }

  /** Notes the dimensions that have another length than the coordinate of their name. */
  void requireLabelsToFit() {
    LabelCounts.problems(parameters, constants, coordinates).forEach(problems::add);
  }

  /** The posterior; to be called once no problem is left. */
  Posterior assemble() {
    Shape known = Objects.requireNonNull(shape);
    return Posterior.of(
        known.chains(),
        known.drawsPerChain(),
        parameters,
        constants,
        List.copyOf(coordinates.values()));
  }
}
