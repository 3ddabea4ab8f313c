package io.credence.pipeline.runner;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Arguments as they were typed, to which those are added that were not. */
final class RunnerArguments {

  private final List<String> all;

  RunnerArguments(List<String> given) {
    this.all = new ArrayList<>(given);
  }

  /** The value of an option; an option without a value is true. */
  static Optional<String> value(List<String> arguments, String option) {
    return arguments.stream()
        .filter(argument -> argument.equals(option) || argument.startsWith(option + "="))
        .map(argument -> argument.equals(option) ? "true" : argument.substring(option.length() + 1))
        .findFirst();
  }

  void addUnlessGiven(String option, Object value) {
    if (value(all, option).isEmpty()) {
      all.add(option + "=" + value);
    }
  }

  List<String> all() {
    return all;
  }
}
