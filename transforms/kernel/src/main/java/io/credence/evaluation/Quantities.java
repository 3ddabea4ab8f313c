package io.credence.evaluation;

import io.credence.decision.Decision;
import io.credence.decision.Look;
import io.credence.model.Output;
import java.util.List;

/** What is added up of the records of one output, and what it comes to. Immutable. */
interface Quantities {

  /** Those of an output. */
  static Quantities of(Output output, EvaluationSpec spec) {
    return output.hasClasses()
        ? new ClassQuantities(output.classes())
        : new NumberQuantities(spec.levels(), spec.hdiLevels(), spec.exactCrps());
  }

  /** Room for the sums. */
  OutputStatistics empty();

  /** The names of the scores of a record that two models are compared by; less is better. */
  List<String> losses();

  /**
   * The position of the loss by which models are chosen: the CRPS, and the Brier score of classes.
   * Both are proper, and finite for each label.
   */
  int DECIDING_LOSS = 1;

  /** What looks at the output say. */
  default Decision decision(List<Look> looks) {
    return new Decision(losses().get(DECIDING_LOSS), looks);
  }

  /** Whether predictions have intervals whose coverage is watched. */
  boolean hasIntervals();

  /** What the sums of at least one record come to. */
  List<Figure> figures(OutputStatistics statistics);

  /** Whether labels are as the predictions say. */
  Calibration calibration(OutputStatistics statistics, double error);
}
