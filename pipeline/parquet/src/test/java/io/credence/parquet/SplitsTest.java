package io.credence.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SplitsTest {

  private static final long BYTES = 1_234;

  private static List<ParquetSplit> splits(long maxRows, Long... rowGroups) {
    return Splits.of(split(0, 0), List.of(rowGroups), maxRows);
  }

  private static ParquetSplit split(long first, long rows) {
    return new ParquetSplit("f", BYTES, first, rows);
  }

  @Test
  void smallNeighboursGoTogetherWhileTheyFit() {
    assertThat(splits(10, 4L, 6L, 1L, 9L, 1L))
        .containsExactly(split(0, 10), split(10, 10), split(20, 1));
  }

  @Test
  void aLargeRowGroupIsCutIntoEqualRanges() {
    assertThat(splits(10, 3L, 21L, 2L))
        .containsExactly(split(0, 3), split(3, 7), split(10, 7), split(17, 7), split(24, 2));
  }

  @Test
  void rangesDifferByOneRowAtMost() {
    assertThat(splits(10, 25L)).containsExactly(split(0, 9), split(9, 8), split(17, 8));
  }

  @Test
  void noRowsGiveNoSplit() {
    assertThat(splits(10)).isEmpty();
    assertThat(splits(10, 0L)).isEmpty();
    assertThat(splits(10, 0L, 2L, 0L)).containsExactly(split(0, 2));
  }

  @Test
  void hugeNumbersDoNotOverflow() {
    assertThat(splits(Long.MAX_VALUE, 5L, Long.MAX_VALUE - 5))
        .containsExactly(split(0, Long.MAX_VALUE));
  }

  @Test
  void theMostRowsMustBePositive() {
    assertThatThrownBy(() -> splits(0, 5L))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("maxRowsPerSplit must be at least 1, but is 0");
  }
}
