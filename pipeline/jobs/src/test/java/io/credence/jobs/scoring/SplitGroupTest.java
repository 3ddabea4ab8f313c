package io.credence.jobs.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The splits here are numbers of rows. */
class SplitGroupTest {

  @Test
  void fewAreBySplit() {
    List<Long> splits = Collections.nCopies(SplitGroup.MOST, 10L);
    assertThat(SplitGroup.gather(splits, Long::longValue))
        .hasSize(SplitGroup.MOST)
        .allMatch(group -> group.splits().size() == 1);
  }

  @Test
  void manyAreGatheredInOrderAndNoneIsLost() {
    List<Long> splits = new ArrayList<>();
    for (long i = 0; i < 100_000; i++) {
      splits.add(i % 997 == 0 ? 131_072 : i % 100);
    }
    List<SplitGroup<Long>> groups = SplitGroup.gather(splits, Long::longValue);
    assertThat(groups).hasSizeBetween(SplitGroup.MOST * 9 / 10, SplitGroup.MOST);
    assertThat(groups).allMatch(group -> !group.splits().isEmpty());
    assertThat(groups.stream().flatMap(group -> group.splits().stream())).isEqualTo(splits);
  }

  @Test
  void aLargeSplitDoesNotDrawOthersToIt() {
    List<Long> splits = new ArrayList<>(Collections.nCopies(5_000, 10L));
    splits.set(2_500, 100_000_000L);
    List<SplitGroup<Long>> groups = SplitGroup.gather(splits, Long::longValue);
    assertThat(groups).allMatch(group -> group.splits().size() < 250);
  }

  @Test
  void groupsAreOfEqualWork() {
    List<SplitGroup<Long>> groups =
        SplitGroup.gather(Collections.nCopies(SplitGroup.MOST * 10, 10L), Long::longValue);
    assertThat(groups).hasSize(SplitGroup.MOST).allMatch(group -> group.splits().size() == 10);
  }
}
