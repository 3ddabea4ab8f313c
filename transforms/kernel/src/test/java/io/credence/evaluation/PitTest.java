package io.credence.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class PitTest {

  private static Pit pit(double low, double high) {
    Pit pit = new Pit();
    pit.set(low, high);
    return pit;
  }

  private static long[] bins(Pit pit) {
    long[] bins = new long[Pit.BINS];
    pit.addTo(bins);
    return bins;
  }

  @Property(tries = 500)
  void eachRecordIsOneWhole(
      @ForAll @DoubleRange(min = 0, max = 1) double a,
      @ForAll @DoubleRange(min = 0, max = 1) double b) {
    long[] bins = bins(pit(Math.min(a, b), Math.max(a, b)));
    assertThat(Arrays.stream(bins).sum()).isEqualTo(Pit.ONE);
    assertThat(Arrays.stream(bins).min().orElseThrow()).isNotNegative();
  }

  /** Those of 50 % hold the middle 50 of 100 bins. */
  @Property(tries = 500)
  void coverageIsWhatTheHistogramHolds(
      @ForAll @DoubleRange(min = 0, max = 1) double a,
      @ForAll @DoubleRange(min = 0, max = 1) double b) {
    Pit pit = pit(Math.min(a, b), Math.max(a, b));
    long middle = Arrays.stream(bins(pit), 25, 75).sum();
    assertThat(Math.abs(pit.within(0.5) - middle)).isLessThanOrEqualTo(1);
  }

  @Test
  void aPointIsCoveredWithTheEnds() {
    assertThat(pit(0.25, 0.25).within(0.5)).isEqualTo(Pit.ONE);
    assertThat(pit(0.2499, 0.2499).within(0.5)).isZero();
    assertThat(bins(pit(1, 1))[99]).isEqualTo(Pit.ONE);
    assertThat(bins(pit(0, 0))[0]).isEqualTo(Pit.ONE);
  }

  @Test
  void aCoinThatIsRightIsUniform() {
    long[] bins = new long[Pit.BINS];
    pit(0, 0.3).addTo(bins);
    long[] heads = bins.clone();
    pit(0.3, 1).addTo(bins);
    assertThat(heads[29]).isCloseTo(Pit.ONE / 30, within(2L));
    assertThat(heads[30]).isZero();
    // Of a hundred labels, 30 are 0.
    for (int bin = 0; bin < Pit.BINS; bin++) {
      long share = 30 * heads[bin] + 70 * (bins[bin] - heads[bin]);
      assertThat(share).isCloseTo(Pit.ONE, within(200L));
    }
  }
}
