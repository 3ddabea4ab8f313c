package io.credence.cli.command;

import io.credence.cli.options.JobOptions;
import io.credence.predict.PredictSpec;
import io.credence.problem.Problems;

/** Turns options into how samples are drawn. */
final class PredictSpecs {

  private PredictSpecs() {}

  /**
   * As the options say; with the default in place of a number of samples that is out of range.
   *
   * @param problems receives a line for that
   */
  static PredictSpec of(JobOptions options, Problems problems) {
    PredictSpec spec = PredictSpec.DEFAULT.withKeyField(options.getKeyField());
    Long seed = options.getSeed();
    if (seed != null) {
      spec = spec.withSeed(seed);
    }
    Integer numSamples = options.getNumSamples();
    try {
      return numSamples == null ? spec : spec.withNumSamples(numSamples);
    } catch (IllegalArgumentException e) {
      problems.add("--numSamples: " + e.getMessage());
      return spec;
    }
  }
}
