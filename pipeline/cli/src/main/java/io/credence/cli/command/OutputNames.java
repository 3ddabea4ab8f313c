package io.credence.cli.command;

import io.credence.beam.ModelRef;
import io.credence.cli.options.SummaryOptions;
import io.credence.model.Output;
import io.credence.problem.Excerpt;
import io.credence.problem.Problems;
import io.credence.problem.Suggestion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks that the figures that options ask for are those of outputs that a model has. */
final class OutputNames {

  private final String lack;
  private final String known;
  private final List<Output> outputs;
  private final Problems problems;

  private OutputNames(String lack, String known, List<Output> outputs, Problems problems) {
    this.lack = lack;
    this.known = known;
    this.outputs = outputs;
    this.problems = problems;
  }

  /**
   * Reports what does not fit.
   *
   * @param model null when it could not be loaded, and there is nothing to compare with
   */
  static void check(SummaryOptions options, @Nullable ModelRef model, Problems problems) {
    if (model != null) {
      check(options, "The model has no output", "it has", model.model().outputs(), problems);
    }
  }

  /**
   * Reports what does not fit.
   *
   * @param lack how it is said that there is none of a name
   * @param known how it is said which there are
   */
  static void check(
      SummaryOptions options, String lack, String known, List<Output> outputs, Problems problems) {
    OutputNames names = new OutputNames(lack, known, outputs, problems);
    for (SummaryOption option : SummaryOption.values()) {
      OutputNumbers numbers = OutputNumbers.of(option.values(options));
      numbers.named().keySet().forEach(name -> names.check(option, name));
    }
    names.checkForAll(options);
  }

  private void check(SummaryOption option, String name) {
    List<String> all = outputs.stream().map(Output::name).toList();
    if (!all.contains(name)) {
      problems.add(
          "%s: %s '%s'%s; %s: %s"
              .formatted(
                  option.option(),
                  lack,
                  Excerpt.of(name),
                  Suggestion.didYouMean(name, all),
                  known,
                  Excerpt.of(String.join(", ", all))));
    } else if (outputs.get(all.indexOf(name)).hasClasses()) {
      problems.add(
          "%s: The output '%s' has classes, and so probabilities of them and no figures of numbers"
              .formatted(option.option(), name));
    }
  }

  /** What has no default was asked for, and there would be nothing to see of it. */
  private void checkForAll(SummaryOptions options) {
    if (!outputs.stream().allMatch(Output::hasClasses)) {
      return;
    }
    for (SummaryOption option :
        List.of(SummaryOption.ETI, SummaryOption.QUANTILES, SummaryOption.EXCEED)) {
      if (!OutputNumbers.of(option.values(options)).all().isEmpty()) {
        problems.add(
            "%s: The model's outputs are classes, which have probabilities and no figures of numbers"
                .formatted(option.option()));
      }
    }
  }
}
