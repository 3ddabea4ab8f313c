package io.credence.cli.command;

import io.credence.model.Model;
import io.credence.model.Output;
import io.credence.problem.Problems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which column holds the label of which output. */
record LabelColumns(Problems problems) {

  private static final String OPTION = "--label";

  /** The column for each output of a model, in their order; none when that is not said. */
  List<String> of(List<String> given, Model model) {
    List<String> outputs = model.outputs().stream().map(Output::name).toList();
    if (given.isEmpty()) {
      problems.add("--label is required; credence help evaluate explains it");
      return List.of();
    }
    if (outputs.size() == 1) {
      if (given.size() > 1) {
        problems.add(
            "%s: the model has one output, %s, which has one label, but there are %s"
                .formatted(OPTION, outputs.get(0), given));
      }
      return given.subList(0, 1);
    }
    Map<String, String> columns = new HashMap<>();
    for (String each : given) {
      int colon = each.indexOf(':');
      String output = colon < 0 ? "" : each.substring(0, colon);
      if (!outputs.contains(output)) {
        problems.add(
            "%s=%s: must be OUTPUT:COLUMN, where the model's outputs are %s"
                .formatted(OPTION, each, outputs));
      } else if (columns.put(output, each.substring(colon + 1)) != null) {
        problems.add("%s: %s has two labels".formatted(OPTION, output));
      }
    }
    List<String> inOrder = new ArrayList<>();
    for (String output : outputs) {
      String column = columns.get(output);
      if (column == null) {
        problems.add("%s: there is none for the output %s".formatted(OPTION, output));
      } else {
        inOrder.add(column);
      }
    }
    return inOrder;
  }
}
