package io.credence.page;

import io.credence.evaluation.Calibration.Verdict;
import io.credence.evaluation.Figure;
import io.credence.page.facts.SegmentFacts;
import java.util.Comparator;
import java.util.List;

/**
 * The worst segments first: by verdict, then by how far the PIT is from uniform, or by the p-value
 * where there is no PIT, then by name. Those with too few labels come last.
 */
final class SegmentOrder {

  private static final List<Verdict> WORST_FIRST =
      List.of(
          Verdict.MISCALIBRATED,
          Verdict.NEARLY_CALIBRATED,
          Verdict.CALIBRATED,
          Verdict.INSUFFICIENT);

  private static final Comparator<SegmentFacts> ORDER =
      Comparator.comparing((SegmentFacts each) -> WORST_FIRST.indexOf(each.calibration().verdict()))
          .thenComparing(Comparator.comparingDouble(SegmentOrder::distance).reversed())
          .thenComparingDouble(SegmentOrder::pValue)
          .thenComparing(SegmentFacts::name);

  private SegmentOrder() {}

  static List<SegmentFacts> worstFirst(List<SegmentFacts> segments) {
    return segments.stream().filter(each -> each.records() > 0).sorted(ORDER).toList();
  }

  private static double distance(SegmentFacts segment) {
    return segment.figure("pit_distance").map(Figure::value).orElse(0.0);
  }

  private static double pValue(SegmentFacts segment) {
    return segment.figure("calibration_p_value").map(Figure::value).orElse(1.0);
  }
}
