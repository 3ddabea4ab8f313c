package io.credence.page;

import io.credence.evaluation.Assessment;
import io.credence.evaluation.Calibration;
import io.credence.evaluation.Calibration.Deviation;
import io.credence.page.facts.OutputFacts;
import java.util.Locale;
import java.util.stream.Collectors;

/** How sure a page wants to be, and what it says where it is. */
final class Evidence {

  /** How often a right model lies outside a band or an envelope, as often as in the verdict. */
  static final double OUTSIDE = Assessment.FALSE_ALARMS;

  private Evidence() {}

  /** The end of a sentence that says how an output deviates. */
  static String because(OutputFacts output) {
    return output.calibration().deviations().isEmpty()
        ? "."
        : output.calibration().deviations().stream()
            .map(Deviation::sentence)
            .collect(Collectors.joining(", ", ": ", "."));
  }

  /** The end of a sentence that says that all is within a band, which little is easily. */
  static String within(OutputFacts output, String meaning) {
    return switch (output.calibration().verdict()) {
      case INSUFFICIENT -> ", but there are too few labels to tell.";
      case CALIBRATED -> ": " + meaning + ".";
      // A band allows for any shape; the test of the verdict looks for a few, and sees them sooner.
      case NEARLY_CALIBRATED, MISCALIBRATED ->
          ", which is weaker than the test of the verdict" + because(output);
    };
  }

  /** A verdict and the strongest deviation, for a table. */
  static String inShort(Calibration calibration) {
    String verdict = calibration.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return calibration.deviations().isEmpty()
        ? verdict
        : verdict + ": " + calibration.deviations().get(0).sentence();
  }
}
