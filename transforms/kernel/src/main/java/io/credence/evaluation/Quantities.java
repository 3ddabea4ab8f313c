package io.credence.evaluation;

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

  /** What the sums of at least one record come to. */
  List<Figure> figures(OutputStatistics statistics);

  /** Whether labels are as the predictions say. */
  Calibration calibration(OutputStatistics statistics, double error);
}
