package io.credence.cli.command;

import io.credence.jobs.runner.GivenArguments;
import io.credence.problem.Problems;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What each {@code --by} asks for, which Beam's options mix up. */
final class Groupings {

  private static final String OPTION = "--by";

  private Groupings() {}

  /**
   * The columns of each grouping: none where the value is empty, and of one grouping where the
   * option is not given.
   *
   * @param problems receives a line for each that can't be meant
   */
  static List<List<String>> of(GivenArguments arguments, Problems problems) {
    List<List<String>> groupings = new ArrayList<>();
    Set<Set<String>> known = new HashSet<>();
    for (String value : arguments.values(OPTION).toList()) {
      List<String> columns = value.isEmpty() ? List.of() : List.of(value.split(",", -1));
      if (columns.stream().anyMatch(String::isBlank)) {
        problems.add("%s=%s: has a column without a name".formatted(OPTION, value));
      } else if (new HashSet<>(columns).size() < columns.size()) {
        problems.add("%s=%s: names a column twice".formatted(OPTION, value));
      } else if (!known.add(new HashSet<>(columns))) {
        problems.add("%s=%s: makes groups that another --by makes".formatted(OPTION, value));
      } else {
        groupings.add(columns);
      }
    }
    return groupings.isEmpty() ? List.of(List.of()) : groupings;
  }
}
