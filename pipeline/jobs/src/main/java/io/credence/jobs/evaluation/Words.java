package io.credence.jobs.evaluation;

import io.credence.evaluation.Calibration;
import io.credence.evaluation.Calibration.Deviation;
import io.credence.evaluation.Calibration.Verdict;
import java.util.List;
import java.util.Locale;

/** Values as the words that documents and tables have for them, such as {@code too_narrow}. */
final class Words {

  private Words() {}

  /** The word for a value. */
  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /**
   * What the words of a document say.
   *
   * @throws IllegalArgumentException when it has others than ours
   */
  static Calibration calibration(String verdict, List<String> deviations) {
    return new Calibration(
        Verdict.valueOf(name(verdict)),
        deviations.stream().map(each -> Deviation.valueOf(name(each))).toList());
  }

  private static String name(String word) {
    return word.toUpperCase(Locale.ROOT);
  }
}
