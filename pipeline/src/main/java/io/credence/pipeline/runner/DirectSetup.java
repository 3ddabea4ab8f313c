package io.credence.pipeline.runner;

import java.util.List;

/**
 * One JVM on one machine.
 *
 * <p>The DirectRunner by default checks that functions change no element, and encodes and decodes
 * each one: help for those who write a pipeline, and most of the time of those who run one.
 */
final class DirectSetup implements Runner {

  private static final String PARALLELISM = "--targetParallelism";

  @Override
  public List<String> prepare(List<String> arguments, List<String> problems) {
    RunnerArguments.value(arguments, PARALLELISM)
        .filter(value -> value.matches("0|-.*"))
        .ifPresent(value -> problems.add(PARALLELISM + "=" + value + ": must be at least 1"));
    RunnerArguments prepared = new RunnerArguments(arguments);
    prepared.addUnlessGiven("--enforceImmutability", false);
    prepared.addUnlessGiven("--enforceEncodability", false);
    // Otherwise run() returns when all is over, and there would be no progress to show.
    prepared.addUnlessGiven("--blockOnRun", false);
    prepared.addUnlessGiven(PARALLELISM, Runtime.getRuntime().availableProcessors());
    return prepared.all();
  }
}
