package io.credence.page.facts;

import io.credence.decision.Decision;
import io.credence.evaluation.Calibration;
import io.credence.evaluation.Figure;
import java.util.List;
import java.util.Optional;

/**
 * What labels say of the predictions of one output.
 *
 * @param records how many have a label
 * @param levels the probabilities of the equal-tailed intervals of {@code examples}, ascending
 * @param figures over all records, those of a comparison included
 * @param pit the share of labels in each of 100 equal bins; empty for classes and without labels
 * @param examples some labels with their predictions; empty for classes
 * @param segments in any order; empty without segments
 * @param decision what one look after the other said
 */
public record OutputFacts(
    String name,
    long records,
    Calibration calibration,
    List<Double> levels,
    List<Figure> figures,
    List<Double> pit,
    List<ExampleFact> examples,
    List<SegmentFacts> segments,
    Decision decision) {

  /** Bins of the PIT. */
  public static final int BINS = 100;

  public OutputFacts {
    levels = List.copyOf(levels);
    figures = List.copyOf(figures);
    pit = List.copyOf(pit);
    examples = List.copyOf(examples);
    segments = List.copyOf(segments);
    if (!pit.isEmpty() && pit.size() != BINS) {
      throw new IllegalArgumentException(
          "The PIT of " + name + " must have " + BINS + " bins, but has " + pit.size());
    }
    int ends = levels.size();
    if (examples.stream()
        .anyMatch(each -> each.lower().size() != ends || each.upper().size() != ends)) {
      throw new IllegalArgumentException(
          "The examples of " + name + " must have an interval for each of the levels " + levels);
    }
  }

  /** A figure by its name. */
  public Optional<Figure> figure(String figure) {
    return Figures.named(figure, figures);
  }
}
