package io.credence.jobs.evaluation;

import io.credence.jobs.scoring.NumberedSplit;
import io.credence.jobs.scoring.SplitGroup;
import io.credence.jobs.source.files.FilesSource;
import java.io.Serializable;

/**
 * Where rows stand among all rows of an input, whose files come by name. They are in stretches of
 * equal length, a power of two, between which a decision looks: 256 of them at most, of a single
 * row where there are as few. How files are split does not matter.
 */
final class RowOrder implements Serializable {

  private static final long serialVersionUID = 1;

  /** Far more looks than a person takes, and a small part of the document of an evaluation. */
  static final int MOST_STRETCHES = 256;

  private final long[] rowsBefore;
  private final int shift;

  private RowOrder(long[] rowsBefore, int shift) {
    this.rowsBefore = rowsBefore;
    this.shift = shift;
  }

  static RowOrder of(FilesSource source) {
    long[] rowsBefore =
        new long[source.groups().stream().mapToInt(group -> group.splits().size()).sum()];
    long rows = 0;
    for (SplitGroup<NumberedSplit> group : source.groups()) {
      for (NumberedSplit each : group.splits()) {
        rowsBefore[each.index()] = rows;
        rows += each.split().rows();
      }
    }
    int shift = 0;
    while ((rows - 1) >> shift >= MOST_STRETCHES) {
      shift++;
    }
    return new RowOrder(rowsBefore, shift);
  }

  /**
   * The number of a row's stretch, from 0.
   *
   * @param row its position in the split's file
   */
  int stretch(NumberedSplit split, long row) {
    return (int) ((rowsBefore[split.index()] + row - split.split().firstRow()) >> shift);
  }
}
