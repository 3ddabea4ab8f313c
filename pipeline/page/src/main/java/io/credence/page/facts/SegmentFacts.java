package io.credence.page.facts;

import io.credence.evaluation.Calibration;
import io.credence.evaluation.Figure;
import io.credence.score.FigureNames;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What labels say of the predictions of one output for the records of a segment.
 *
 * @param name in words, such as {@code carrier=UA}
 * @param records how many have a label
 */
public record SegmentFacts(
    String name, long records, Calibration calibration, List<Figure> figures) {

  public SegmentFacts {
    figures = List.copyOf(figures);
  }

  /**
   * The names of the figures of segments that a page shows.
   *
   * @param levels the probabilities of equal-tailed intervals
   */
  public static Set<String> figures(List<Double> levels) {
    Set<String> names =
        new HashSet<>(
            Set.of(
                "pit_distance",
                "calibration_p_value",
                "crps",
                "expected_crps",
                "accuracy",
                "expected_accuracy"));
    levels.forEach(level -> names.add("coverage_" + FigureNames.percent(level)));
    return names;
  }

  /** A figure by its name. */
  public Optional<Figure> figure(String figure) {
    return Figures.named(figure, figures);
  }
}
