package io.credence.evaluation;

import io.credence.decision.Decision;
import io.credence.model.Output;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an evaluation says, in figures.
 *
 * @param overall each output, over all records
 * @param segments each output in each segment, in the order of the segments' values
 */
public record Assessment(List<OutputAssessment> overall, List<OutputAssessment> segments) {

  /**
   * How often a right model may be found miscalibrated. Segments share it, so that a right model is
   * seldom found wrong anywhere.
   */
  public static final double FALSE_ALARMS = 0.01;

  public Assessment {
    overall = List.copyOf(overall);
    segments = List.copyOf(segments);
  }

  /** Computes all figures of an evaluation. */
  public static Assessment of(Evaluation evaluation, List<Output> outputs, EvaluationSpec spec) {
    List<OutputAssessment> overall = new ArrayList<>();
    List<OutputAssessment> segments = new ArrayList<>();
    List<Quantities> all = outputs.stream().map(each -> Quantities.of(each, spec)).toList();
    for (int i = 0; i < outputs.size(); i++) {
      overall.add(overall(evaluation, outputs.get(i), i, all));
      double error = FALSE_ALARMS / Math.max(1, sufficient(evaluation, i));
      for (Map.Entry<Segment, SegmentStatistics> each : evaluation.segments().entrySet()) {
        if (!each.getKey().equals(Segment.ALL)) {
          segments.add(
              assess(
                  each.getKey(),
                  outputs.get(i),
                  i,
                  each.getValue(),
                  all.get(i),
                  error,
                  all.get(i).decision(List.of())));
        }
      }
    }
    return new Assessment(overall, segments);
  }

  private static OutputAssessment overall(
      Evaluation evaluation, Output output, int position, List<Quantities> outputs) {
    SegmentStatistics all = evaluation.all();
    return all == null
        ? nothing(Segment.ALL, output, outputs.get(position))
        : assess(
            Segment.ALL,
            output,
            position,
            all,
            outputs.get(position),
            FALSE_ALARMS,
            evaluation.stretches().decision(position, outputs));
  }

  /**
   * The names of the figures that an output will have.
   *
   * @param compared whether there is another model
   */
  public static Set<String> figureNames(
      List<Output> outputs, String output, EvaluationSpec spec, boolean compared) {
    Set<String> names = new LinkedHashSet<>();
    for (Output each : outputs) {
      if (each.name().equals(output)) {
        Quantities quantities = Quantities.of(each, spec);
        quantities.figures(quantities.empty()).forEach(figure -> names.add(figure.name()));
        if (compared) {
          quantities.losses().forEach(loss -> names.add(difference(loss)));
        }
      }
    }
    return names;
  }

  private static String difference(String loss) {
    return loss + "_difference";
  }

  private static OutputAssessment nothing(Segment segment, Output output, Quantities quantities) {
    return new OutputAssessment(
        segment,
        output,
        0,
        Calibration.INSUFFICIENT,
        List.of(),
        List.of(),
        0,
        List.of(),
        quantities.decision(List.of()));
  }

  private static long sufficient(Evaluation evaluation, int output) {
    return evaluation.segments().entrySet().stream()
        .filter(each -> !each.getKey().equals(Segment.ALL))
        .filter(each -> each.getValue().output(output).records() >= Calibration.LEAST_RECORDS)
        .count();
  }

  private static OutputAssessment assess(
      Segment segment,
      Output output,
      int position,
      SegmentStatistics statistics,
      Quantities quantities,
      double error,
      Decision decision) {
    OutputStatistics sums = statistics.output(position);
    if (sums.records() == 0) {
      return nothing(segment, output, quantities);
    }
    List<Double> pit = new ArrayList<>();
    for (int bin = 0; bin < sums.pit().length; bin++) {
      pit.add(sums.pitShare(bin));
    }
    Means losses = statistics.differences(position);
    return new OutputAssessment(
        segment,
        output,
        sums.records(),
        quantities.calibration(sums, error),
        quantities.figures(sums),
        differences(losses, quantities.losses()),
        compared(losses, quantities.losses()),
        pit,
        decision);
  }

  /** The last loss is always finite, so it counts the records that were compared. */
  private static long compared(Means means, List<String> losses) {
    return means.count(losses.size() - 1);
  }

  /**
   * Where a label was impossible for one of the models, its loss is infinite and the mean is not
   * defined.
   */
  private static List<Figure> differences(Means means, List<String> losses) {
    List<Figure> differences = new ArrayList<>();
    long compared = compared(means, losses);
    for (int k = 0; k < losses.size(); k++) {
      String name = difference(losses.get(k));
      if (means.count(k) > 0) {
        differences.add(
            means.count(k) < compared
                ? Figure.plain(name, Double.POSITIVE_INFINITY)
                : Figure.normal(name, means.mean(k), means.error(k)));
      }
    }
    return differences;
  }
}
