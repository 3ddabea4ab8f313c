package io.credence.cli.command;

import io.credence.cli.options.JobOptions;
import io.credence.cli.options.SummaryOptions;
import io.credence.predict.PredictSpec;
import io.credence.problem.Problems;
import io.credence.score.ScoreSpec;
import io.credence.summary.SummarySpec;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Turns options into what the kernel is asked for, and reports every value that is out of range.
 */
final class ScoreSpecs {

  private final SummaryOptions options;
  private final Problems problems;

  private ScoreSpecs(SummaryOptions options, Problems problems) {
    this.options = options;
    this.problems = problems;
  }

  static <O extends JobOptions & SummaryOptions> ScoreSpec of(O options, Problems problems) {
    ScoreSpecs specs = new ScoreSpecs(options, problems);
    PredictSpec predict = PredictSpecs.of(options, problems);
    SummarySpec summary = specs.forAll();
    return new ScoreSpec(predict, summary, specs.byOutput(summary), options.getEmitSamples());
  }

  private SummarySpec forAll() {
    SummarySpec summary = SummarySpec.defaults();
    for (SummaryOption option : SummaryOption.values()) {
      OutputNumbers numbers = OutputNumbers.of(option.values(options));
      if (option != SummaryOption.BINS) {
        refuseMixture(option, numbers);
      }
      if (!numbers.all().isEmpty()) {
        summary = set(option.option(), summary, spec -> option.change(spec, numbers.all()));
      }
    }
    return summary;
  }

  /** Whether a named output would have the unnamed numbers too can be read in both ways. */
  private void refuseMixture(SummaryOption option, OutputNumbers numbers) {
    if (!numbers.all().isEmpty() && !numbers.named().isEmpty()) {
      String name = numbers.named().keySet().iterator().next();
      problems.add(
          "%s: %s could be for all outputs or for all but %s; name an output before each number, or before none"
              .formatted(option.option(), numbers.all().get(0), name));
    }
  }

  private Map<String, SummarySpec> byOutput(SummarySpec forAll) {
    Map<String, SummarySpec> byOutput = new LinkedHashMap<>();
    for (SummaryOption option : SummaryOption.values()) {
      OutputNumbers.of(option.values(options))
          .named()
          .forEach(
              (output, numbers) -> {
                SummarySpec before = byOutput.getOrDefault(output, forAll);
                byOutput.put(
                    output, set(option.option(), before, spec -> option.change(spec, numbers)));
              });
    }
    return byOutput;
  }

  private <S> S set(String option, S spec, UnaryOperator<S> change) {
    try {
      return change.apply(spec);
    } catch (IllegalArgumentException e) {
      problems.add(option + ": " + e.getMessage());
      return spec;
    }
  }
}
