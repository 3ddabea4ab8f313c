package io.credence.jobs.labels;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What was found of the rows of one group of splits. */
public final class RowLabels {

  private final @Nullable FoundLabels[] byRow;

  private RowLabels(int rows) {
    this.byRow = new FoundLabels[rows];
  }

  /**
   * Gathers what {@link FindLabels} found.
   *
   * @param rows how many rows the group has
   */
  public static RowLabels of(Iterable<byte[]> found, int rows) throws IOException {
    RowLabels labels = new RowLabels(rows);
    Blocks.read(found, in -> labels.byRow[in.readInt()] = FoundLabels.readFrom(in));
    return labels;
  }

  /** How what was found of a row travels. */
  static Blocks.Entry entry(int row, FoundLabels labels) {
    return out -> {
      out.writeInt(row);
      labels.writeTo(out);
    };
  }

  /**
   * What was found of a row; null for nothing.
   *
   * @param row its position in the group, from 0
   */
  public @Nullable FoundLabels at(int row) {
    return byRow[row];
  }
}
