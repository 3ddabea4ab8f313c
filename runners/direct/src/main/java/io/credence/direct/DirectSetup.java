package io.credence.direct;

import io.credence.jobs.runner.GivenArguments;
import io.credence.jobs.runner.Runner;
import io.credence.jobs.runner.Work;
import io.credence.problem.Problems;

/**
 * One JVM on one machine.
 *
 * <p>The DirectRunner by default checks that functions change no element, and encodes and decodes
 * each one: help for those who write a pipeline, and most of the time of those who run one.
 */
public final class DirectSetup implements Runner {

  private static final String PARALLELISM = "--targetParallelism";

  @Override
  public String name() {
    return "direct";
  }

  /** What is at hand for one machine comes first. */
  @Override
  public int precedence() {
    return 0;
  }

  @Override
  public void prepare(GivenArguments arguments, Work work, Problems problems) {
    arguments
        .value(PARALLELISM)
        .filter(value -> value.matches("0|-.*"))
        .ifPresent(value -> problems.add(PARALLELISM + "=" + value + ": must be at least 1"));
    arguments.addUnlessGiven("--enforceImmutability", false);
    arguments.addUnlessGiven("--enforceEncodability", false);
    // Otherwise run() returns when all is over, and there would be no progress to show.
    arguments.addUnlessGiven("--blockOnRun", false);
    arguments.addUnlessGiven(PARALLELISM, Runtime.getRuntime().availableProcessors());
  }
}
