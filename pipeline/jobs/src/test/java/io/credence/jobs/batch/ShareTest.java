package io.credence.jobs.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The splits here are numbers of rows. */
class ShareTest {

  @Test
  void fewAreBySplit() {
    List<Long> splits = Collections.nCopies(Share.MOST, 10L);
    assertThat(Share.gather(splits, Long::longValue))
        .hasSize(Share.MOST)
        .allMatch(share -> share.splits().size() == 1);
  }

  @Test
  void manyAreGatheredInOrderAndNoneIsLost() {
    List<Long> splits = new ArrayList<>();
    for (long i = 0; i < 100_000; i++) {
      splits.add(i % 997 == 0 ? 131_072 : i % 100);
    }
    List<Share<Long>> shares = Share.gather(splits, Long::longValue);
    assertThat(shares).hasSizeBetween(Share.MOST * 9 / 10, Share.MOST);
    assertThat(shares).allMatch(share -> !share.splits().isEmpty());
    assertThat(shares.stream().flatMap(share -> share.splits().stream())).isEqualTo(splits);
  }

  @Test
  void aLargeSplitDoesNotDrawOthersToIt() {
    List<Long> splits = new ArrayList<>(Collections.nCopies(5_000, 10L));
    splits.set(2_500, 100_000_000L);
    List<Share<Long>> shares = Share.gather(splits, Long::longValue);
    assertThat(shares).allMatch(share -> share.splits().size() < 250);
  }

  @Test
  void sharesAreOfEqualWork() {
    List<Share<Long>> shares =
        Share.gather(Collections.nCopies(Share.MOST * 10, 10L), Long::longValue);
    assertThat(shares).hasSize(Share.MOST).allMatch(share -> share.splits().size() == 10);
  }
}
