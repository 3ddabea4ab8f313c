package io.credence.evaluation;

import io.credence.decision.Decision;
import io.credence.model.Output;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the labels of one output say of its predictions, over the records of a segment.
 *
 * @param segment which records
 * @param output which output
 * @param records how many of them have a label
 * @param calibration whether labels are as predicted
 * @param figures all figures; none where there are no records
 * @param differences of the losses of this model from those of the other; none without one
 * @param compared how many records both models have a score of; 0 without another one
 * @param pit the share of labels in each of 100 equal bins of the PIT; none for classes
 * @param decision what look after look said; without looks for segments
 */
public record OutputAssessment(
    Segment segment,
    Output output,
    long records,
    Calibration calibration,
    List<Figure> figures,
    List<Figure> differences,
    long compared,
    List<Double> pit,
    Decision decision) {

  public OutputAssessment {
    figures = List.copyOf(figures);
    differences = List.copyOf(differences);
    pit = List.copyOf(pit);
  }

  /** A figure, or a difference, by its name. */
  public Optional<Figure> figure(String name) {
    return Stream.concat(figures.stream(), differences.stream())
        .filter(each -> each.name().equals(name))
        .findFirst();
  }

  /** A figure that enough records speak for to decide anything by it. */
  public Optional<Figure> sufficient(String name) {
    boolean isDifference = differences.stream().anyMatch(each -> each.name().equals(name));
    long speak = isDifference ? compared : records;
    return speak < Calibration.LEAST_RECORDS ? Optional.empty() : figure(name);
  }
}
