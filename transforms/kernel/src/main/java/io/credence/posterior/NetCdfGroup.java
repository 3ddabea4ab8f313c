package io.credence.posterior;

import io.credence.problem.Problems;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The variables of one group, in the order in which they lie in the file. */
final class NetCdfGroup {

  /** What a decoder puts in place of bytes that it can't read as text. */
  private static final String REPLACEMENT = "\uFFFD";

  private final List<NetCdfVariable> variables;
  private final Set<String> descriptions;

  private NetCdfGroup(List<NetCdfVariable> variables, Set<String> descriptions) {
    this.variables = variables;
    this.descriptions = descriptions;
  }

  static NetCdfGroup read(Group group, DimensionNames names, long fileSize, Problems problems) {
    refuseGarbledNames(group, problems);
    List<NetCdfVariable> variables = new ArrayList<>();
    for (Dataset dataset : datasets(group)) {
      UntrustedBytes.collect(
              problems,
              () ->
                  UntrustedBytes.decode(
                      "variable " + dataset.getPath(),
                      () -> NetCdfVariable.of(dataset, names, fileSize)))
          .ifPresent(variables::add);
    }
    return new NetCdfGroup(variables, descriptions(group));
  }

  /** The names that the attribute {@code coordinates} of the group and its variables lists. */
  private static Set<String> descriptions(Group group) {
    Set<String> names = new HashSet<>();
    List<Node> nodes = new ArrayList<>(datasets(group));
    nodes.add(group);
    for (Node node : nodes) {
      String listed = Attributes.text(node, "coordinates").orElse("");
      names.addAll(List.of(listed.strip().split("\\s+")));
    }
    return names;
  }

  List<NetCdfVariable> variables() {
    return variables.stream().filter(variable -> !variable.isCoordinate()).toList();
  }

  List<NetCdfVariable> coordinates() {
    return variables.stream().filter(NetCdfVariable::isCoordinate).toList();
  }

  /** The further coordinates, by which no dimension is indexed; they are among the variables. */
  List<NetCdfVariable> descriptions() {
    return variables().stream().filter(v -> descriptions.contains(v.name())).toList();
  }

  /** Groups may list their members by hash; addresses grow as a writer adds variables. */
  private static List<Dataset> datasets(Group group) {
    return group.getChildren().values().stream()
        .filter(Dataset.class::isInstance)
        .map(Dataset.class::cast)
        .filter(dataset -> !DimensionNames.isPlaceholder(dataset))
        .sorted(Comparator.comparingLong(Dataset::getAddress))
        .toList();
  }

  /**
   * Writers mark names as ASCII and store UTF-8, so that jHDF replaces each byte of β and of σ by
   * the same character: they collide, and one of them silently disappears.
   */
  private static void refuseGarbledNames(Group group, Problems problems) {
    for (Node node : group.getChildren().values()) {
      if (node.getName().contains(REPLACEMENT)) {
        problems.add(
            ("names in %s must be ASCII, but `%s` is not, and others like it may be hidden"
                    + " behind it. Rename the variables before saving,"
                    + " such as β to beta")
                .formatted(group.getPath(), node.getName()));
      }
    }
  }
}
