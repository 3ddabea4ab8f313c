package io.credence.cli.command;

import io.credence.cli.options.ScoreOptions;
import io.credence.predict.PredictSpec;
import io.credence.score.ScoreSpec;
import io.credence.summary.SummarySpec;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Turns options into what the kernel is asked for, and reports every value that is out of range.
 */
final class ScoreSpecs {

  private final List<String> problems;

  private ScoreSpecs(List<String> problems) {
    this.problems = problems;
  }

  static ScoreSpec of(ScoreOptions options, List<String> problems) {
    ScoreSpecs specs = new ScoreSpecs(problems);
    PredictSpec predict =
        specs.set(
            "--numSamples",
            PredictSpec.DEFAULT.withSeed(options.getSeed()).withKeyField(options.getKeyField()),
            spec -> spec.withNumSamples(options.getNumSamples()));
    SummarySpec summary = SummarySpec.defaults();
    summary =
        specs.set("--hdiProbability", summary, s -> s.withHdi(array(options.getHdiProbability())));
    summary =
        specs.set("--etiProbability", summary, s -> s.withEti(array(options.getEtiProbability())));
    summary = specs.set("--exceed", summary, s -> s.withExceedance(array(options.getExceed())));
    summary = specs.set("--bins", summary, s -> s.withBins(options.getBins()));
    return new ScoreSpec(predict, summary, options.getEmitSamples());
  }

  private <S> S set(String option, S spec, UnaryOperator<S> change) {
    try {
      return change.apply(spec);
    } catch (IllegalArgumentException e) {
      problems.add(option + ": " + e.getMessage());
      return spec;
    }
  }

  private static double[] array(@Nullable List<Double> values) {
    return values == null
        ? new double[0]
        : values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
