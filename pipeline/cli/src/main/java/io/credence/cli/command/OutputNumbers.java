package io.credence.cli.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The numbers of an option, each for all outputs of a model or for one of them.
 *
 * @param all for all outputs that are not named
 * @param named for one output, by its name
 */
record OutputNumbers(List<Double> all, Map<String, List<Double>> named) {

  /**
   * Sorts the values of an option, which are known to be numbers, each behind a colon where it has
   * a name.
   */
  static OutputNumbers of(List<String> values) {
    List<Double> all = new ArrayList<>();
    Map<String, List<Double>> named = new LinkedHashMap<>();
    for (String value : values) {
      int colon = value.indexOf(':');
      List<Double> numbers =
          colon < 0
              ? all
              : named.computeIfAbsent(value.substring(0, colon).strip(), n -> new ArrayList<>());
      numbers.add(Double.valueOf(value.substring(colon + 1).strip()));
    }
    return new OutputNumbers(all, named);
  }

  /** As a manifest keeps them: as numbers where none has a name. */
  static List<?> recorded(List<String> values) {
    OutputNumbers numbers = of(values);
    return numbers.named().isEmpty() ? numbers.all() : values;
  }
}
