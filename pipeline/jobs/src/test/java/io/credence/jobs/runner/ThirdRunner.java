package io.credence.jobs.runner;

import io.credence.problem.Problems;

/** A runner that no line of the main code knows. */
public final class ThirdRunner implements Runner {

  @Override
  public String name() {
    return "third";
  }

  @Override
  public void prepare(GivenArguments arguments, Work work, Problems problems) {
    arguments.addUnlessGiven("--third", work.bounded());
  }
}
