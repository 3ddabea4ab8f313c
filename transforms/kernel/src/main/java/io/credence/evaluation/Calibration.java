package io.credence.evaluation;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Whether labels are as the predictions of an output say.
 *
 * @param verdict in a word
 * @param deviations in which ways they are not, the strongest first; empty where none is sure
 */
public record Calibration(Verdict verdict, List<Deviation> deviations) {

  /** Fewer records say too little. */
  static final int LEAST_RECORDS = 100;

  static final Calibration INSUFFICIENT = new Calibration(Verdict.INSUFFICIENT, List.of());

  public Calibration {
    deviations = List.copyOf(deviations);
  }

  /** The verdict in a word. */
  public enum Verdict {
    /** Too few records to tell. */
    INSUFFICIENT("too few labels to tell (fewer than 100)"),
    /** Nothing speaks against the model. */
    CALIBRATED("calibrated: nothing speaks against the model"),
    /** It is surely off, by so little that it hardly matters: 2 percentage points of the PIT. */
    NEARLY_CALIBRATED("nearly calibrated: surely off, but by so little that it hardly matters"),
    /** It is surely off. */
    MISCALIBRATED("NOT calibrated");

    private final String sentence;

    Verdict(String sentence) {
      this.sentence = sentence;
    }
  }

  /** In words, such as {@code NOT calibrated: intervals are too narrow}. */
  public String sentence() {
    return deviations.isEmpty()
        ? verdict.sentence
        : verdict.sentence
            + deviations.stream()
                .map(Deviation::sentence)
                .collect(Collectors.joining(", ", ": ", ""));
  }

  /** A way in which labels differ from what predictions say. */
  public enum Deviation {
    TOO_LOW("predictions are too low"),
    TOO_HIGH("predictions are too high"),
    TOO_NARROW("intervals are too narrow"),
    TOO_WIDE("intervals are too wide"),
    SKEWED_LOW("the lower tail is too light against the upper one"),
    SKEWED_HIGH("the upper tail is too light against the lower one"),
    TAILS_TOO_LIGHT("tails are too light for the middle"),
    TAILS_TOO_HEAVY("tails are too heavy for the middle"),
    OVERCONFIDENT("probabilities are too near to 0 and 1"),
    UNDERCONFIDENT("probabilities are too near to one another"),
    WRONG_SHARES("classes come up more or less often than predicted");

    private final String sentence;

    Deviation(String sentence) {
      this.sentence = sentence;
    }

    /** In words, such as {@code intervals are too narrow}. */
    public String sentence() {
      return sentence;
    }
  }
}
