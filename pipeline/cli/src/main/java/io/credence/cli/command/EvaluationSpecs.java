package io.credence.cli.command;

import io.credence.cli.options.EvaluateOptions;
import io.credence.evaluation.EvaluationSpec;
import io.credence.problem.Problems;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns options into what is evaluated, and how. */
final class EvaluationSpecs {

  private EvaluationSpecs() {}

  /**
   * As the options say.
   *
   * @param labels the field that holds the label of each output; none where labels come from
   *     elsewhere
   * @return null when they contradict themselves, which is reported
   */
  static @Nullable EvaluationSpec of(
      EvaluateOptions options, List<String> labels, Problems problems) {
    try {
      return new EvaluationSpec(
          PredictSpecs.of(options, problems),
          options.getEtiProbability(),
          options.getHdiProbability(),
          options.getExact(),
          options.getExactCrps(),
          options.getBy(),
          labels,
          null);
    } catch (IllegalArgumentException e) {
      problems.add(String.valueOf(e.getMessage()));
      return null;
    }
  }
}
