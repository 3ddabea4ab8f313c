package io.credence.pipeline.command;

import java.util.ArrayList;
import java.util.List;

/**
 * Settings that a runner should have for this work, unless the user asks for others.
 *
 * <p>The DirectRunner by default checks that functions change no element, and encodes and decodes
 * each one: help for those who write a pipeline, and most of the time of those who run one.
 */
final class RunnerDefaults {

  private RunnerDefaults() {}

  static List<String> addTo(List<String> arguments) {
    List<String> all = new ArrayList<>(arguments);
    boolean direct =
        arguments.stream().noneMatch(argument -> argument.startsWith("--runner="))
            || arguments.stream().anyMatch(argument -> argument.matches("--runner=(?i)direct.*"));
    if (direct) {
      addUnlessGiven(all, "--enforceImmutability", "false");
      addUnlessGiven(all, "--enforceEncodability", "false");
      // Otherwise run() returns when all is over, and there would be no progress to show.
      addUnlessGiven(all, "--blockOnRun", "false");
      int cores = Runtime.getRuntime().availableProcessors();
      addUnlessGiven(all, "--targetParallelism", Integer.toString(cores));
    }
    return all;
  }

  /** What a runner would refuse with nothing but an exception. */
  static void check(List<String> arguments, List<String> problems) {
    arguments.stream()
        .filter(argument -> argument.matches("--targetParallelism=(0|-.*)"))
        .forEach(argument -> problems.add(argument + ": must be at least 1"));
  }

  private static void addUnlessGiven(List<String> arguments, String name, String value) {
    boolean given = arguments.stream().anyMatch(a -> a.equals(name) || a.startsWith(name + "="));
    if (!given) {
      arguments.add(name + "=" + value);
    }
  }
}
