package io.credence.draws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThinningTest {

  @Test
  void asManySamplesAsDrawsUseEachDrawOnceInOrder() {
    assertThat(Thinning.positions(4, 4)).containsExactly(0, 1, 2, 3);
  }

  @Test
  void fewerSamplesAreSpreadOverAllChains() {
    // floor(i * 10 / 4) for i = 0 … 3.
    assertThat(Thinning.positions(4, 10)).containsExactly(0, 2, 5, 7);
  }

  @Test
  void moreSamplesGoThroughAllDrawsAndTakeTheRestEvenlySpaced() {
    assertThat(Thinning.positions(10, 4)).containsExactly(0, 1, 2, 3, 0, 1, 2, 3, 0, 2);
  }

  @Test
  void multiplesOfTheDrawsUseEachEquallyOften() {
    assertThat(Thinning.positions(6, 2)).containsExactly(0, 1, 0, 1, 0, 1);
  }

  @Test
  void aSingleDrawServesAllSamples() {
    assertThat(Thinning.positions(3, 1)).containsExactly(0, 0, 0);
  }

  @Test
  void productsBeyondTheRangeOfIntAreRight() {
    int[] positions = Thinning.positions(100_000, 1_000_000);
    assertThat(positions[99_999]).isEqualTo(999_990);
  }

  @ParameterizedTest
  @CsvSource({"0,1", "-1,1", "1,0", "1,-5"})
  void refusesCountsBelowOne(int numSamples, int draws) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Thinning.positions(numSamples, draws))
        .withMessage(
            "numSamples and draws must be at least 1, but are %d and %d", numSamples, draws);
  }

  @Property
  void everyPositionIsADraw(
      @ForAll @IntRange(min = 1, max = 3000) int numSamples,
      @ForAll @IntRange(min = 1, max = 3000) int draws) {
    assertThat(Arrays.stream(Thinning.positions(numSamples, draws)).boxed())
        .hasSize(numSamples)
        .allMatch(position -> position >= 0 && position < draws);
  }

  @Property
  void drawsAreUsedEquallyOftenButForOne(
      @ForAll @IntRange(min = 1, max = 3000) int numSamples,
      @ForAll @IntRange(min = 1, max = 3000) int draws) {
    int[] uses = new int[draws];
    for (int position : Thinning.positions(numSamples, draws)) {
      uses[position]++;
    }
    int least = Arrays.stream(uses).min().orElseThrow();
    int most = Arrays.stream(uses).max().orElseThrow();
    assertThat(least).isEqualTo(numSamples / draws);
    assertThat(most - least).isBetween(0, 1);
  }

  @Property
  void fewerSamplesAreEvenlySpaced(
      @ForAll @IntRange(min = 1, max = 1000) int numSamples,
      @ForAll @IntRange(min = 1000, max = 5000) int draws) {
    int[] positions = Thinning.positions(numSamples, draws);
    int spacing = draws / numSamples;
    for (int i = 1; i < numSamples; i++) {
      assertThat(positions[i] - positions[i - 1]).isBetween(spacing, spacing + 1);
    }
  }
}
