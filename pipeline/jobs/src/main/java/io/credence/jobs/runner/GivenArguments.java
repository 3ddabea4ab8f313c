package io.credence.jobs.runner;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Arguments as they were typed, {@code --NAME=VALUE} or {@code --NAME} for true, and additions. */
public final class GivenArguments {

  private final List<String> all;

  public GivenArguments(List<String> given) {
    this.all = new ArrayList<>(given);
  }

  /** The value that an option has first. */
  public Optional<String> value(String option) {
    return values(option).findFirst();
  }

  /** All values of an option; one without a value is true. */
  public Stream<String> values(String option) {
    return all.stream()
        .filter(argument -> isOf(option, argument))
        .map(
            argument -> argument.equals(option) ? "true" : argument.substring(option.length() + 1));
  }

  /** Adds an option that was not given. */
  public void addUnlessGiven(String option, Object value) {
    if (value(option).isEmpty()) {
      all.add(option + "=" + value);
    }
  }

  /** Takes an option out. */
  public void remove(String option) {
    all.removeIf(argument -> isOf(option, argument));
  }

  private static boolean isOf(String option, String argument) {
    return argument.equals(option) || argument.startsWith(option + "=");
  }

  /** In the order in which they were given, the additions last. */
  public List<String> all() {
    return List.copyOf(all);
  }
}
