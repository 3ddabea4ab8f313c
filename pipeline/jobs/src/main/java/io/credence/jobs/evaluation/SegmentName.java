package io.credence.jobs.evaluation;

import io.credence.evaluation.Segment;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A segment in words. */
final class SegmentName {

  private SegmentName() {}

  /** Such as {@code carrier=UA, month=1}; {@code all} for all records. */
  static String of(Segment segment, List<String> by) {
    return segment.values().isEmpty()
        ? "all"
        : IntStream.range(0, segment.values().size())
            .mapToObj(
                i ->
                    segment.values().get(i) == null
                        ? by.get(i) + " is missing"
                        : by.get(i) + "=" + segment.values().get(i))
            .collect(Collectors.joining(", "));
  }
}
