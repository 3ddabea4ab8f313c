package io.credence.folder;

import io.credence.evaluation.Gate;
import io.credence.problem.Excerpt;
import io.credence.problem.Suggestion;
import io.credence.yaml.YamlMap;
import io.credence.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What model.yaml says of the figures that an evaluation must have. */
final class GatesYaml {

  private static final Pattern FIGURE = Pattern.compile("[a-z][\\p{L}\\p{N}_]{0,199}");
  private static final int MOST_GATES = 1000;

  private final List<String> outputs;
  private final List<Gate> gates = new ArrayList<>();

  private GatesYaml(List<String> outputs) {
    this.outputs = outputs;
  }

  /**
   * Reads the gates: of a model with one output by figure, and of one with several by output and
   * figure.
   */
  static List<Gate> read(Optional<YamlValue> value, List<String> outputs) {
    GatesYaml yaml = new GatesYaml(outputs);
    value.flatMap(YamlValue::map).ifPresent(yaml::readAll);
    if (yaml.gates.size() > MOST_GATES && value.isPresent()) {
      value.get().report("must be at most %s, but are %s".formatted(MOST_GATES, yaml.gates.size()));
    }
    return yaml.gates;
  }

  private void readAll(YamlMap map) {
    if (outputs.size() == 1) {
      map.values().forEach((figure, range) -> read(outputs.get(0), figure, range));
      return;
    }
    map.values()
        .forEach(
            (output, figures) -> {
              if (outputs.contains(output)) {
                figures
                    .map()
                    .ifPresent(
                        each -> each.values().forEach((name, range) -> read(output, name, range)));
              } else {
                figures.report(
                    "must stand under the name of an output, such as %s: {%s: ...}%s"
                        .formatted(
                            outputs.get(0),
                            Excerpt.of(output),
                            Suggestion.didYouMean(output, outputs)));
              }
            });
  }

  private void read(String output, String figure, YamlValue range) {
    if (!FIGURE.matcher(figure).matches()) {
      range.report("must have the name of a figure, such as coverage_95 or crps");
      return;
    }
    List<Double> ends = new ArrayList<>();
    if (range.isSequence()) {
      range.elements().forEach(end -> end.number().ifPresent(ends::add));
      if (range.elements().size() != 2) {
        range.report("must be [least, greatest], or have min or max, as in {max: 12}");
      } else if (ends.size() == 2) {
        add(output, figure, ends.get(0), ends.get(1), range);
      }
      return;
    }
    Optional<YamlMap> map = range.map();
    if (map.isPresent()) {
      map.get().allowOnly(List.of("min", "max"));
      Double min = map.get().get("min").flatMap(YamlValue::number).orElse(null);
      Double max = map.get().get("max").flatMap(YamlValue::number).orElse(null);
      add(output, figure, min, max, range);
    }
  }

  private void add(
      String output, String figure, @Nullable Double min, @Nullable Double max, YamlValue range) {
    if (min == null && max == null) {
      range.report("must have min or max, as in {max: 12}");
    } else if (min != null && max != null && min > max) {
      range.report(
          "must have a least value below the greatest, but is %s to %s".formatted(min, max));
    } else {
      gates.add(new Gate(output, figure, min, max));
    }
  }
}
