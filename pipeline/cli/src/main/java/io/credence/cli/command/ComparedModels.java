package io.credence.cli.command;

import io.credence.beam.ModelRef;
import io.credence.cli.options.EvaluateOptions;
import io.credence.evaluation.Assessment;
import io.credence.evaluation.Comparison;
import io.credence.evaluation.EvaluationSpec;
import io.credence.evaluation.Gate;
import io.credence.problem.Problems;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks that a model can be held against another one, and against its gates.
 *
 * @param problems receives a line for each reason why not
 */
record ComparedModels(EvaluateOptions options, Problems problems) {

  /**
   * Checks models.
   *
   * @param against null for none
   */
  void check(ModelRef model, @Nullable ModelRef against, EvaluationSpec spec) {
    if (against != null) {
      Comparison.problem(model.model(), against.model(), spec.predict().keyField())
          .ifPresent(why -> problems.add("--against=%s: %s".formatted(options.getAgainst(), why)));
    }
    for (Gate gate : model.gates()) {
      Set<String> figures =
          Assessment.figureNames(model.model().outputs(), gate.output(), spec, against != null);
      if (!figures.contains(gate.figure())) {
        problems.add(
            "gates of the model: there is no figure '%s' of %s in this evaluation; there are: %s"
                .formatted(gate.figure(), gate.output(), String.join(", ", figures)));
      }
    }
  }
}
