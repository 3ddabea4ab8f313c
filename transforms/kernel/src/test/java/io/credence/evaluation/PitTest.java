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

  @Test
  void polynomialsAreThoseOfLegendre() {
    double u = 0.8;
    assertThat(pit(u, u).polynomial(1)).isCloseTo(Math.sqrt(3) * 0.6, within(1e-15));
    assertThat(pit(u, u).polynomial(2))
        .isCloseTo(Math.sqrt(5) * (6 * u * u - 6 * u + 1), within(1e-15));
    for (int k = 1; k <= Pit.POLYNOMIALS; k++) {
      assertThat(pit(0, 1).polynomial(k)).isCloseTo(0, within(1e-15));
      double mean = 0;
      for (int i = 0; i < 10_000; i++) {
        double middle = 0.2 + 0.5 * (i + 0.5) / 10_000;
        mean += pit(middle, middle).polynomial(k) / 10_000;
      }
      assertThat(pit(0.2, 0.7).polynomial(k)).isCloseTo(mean, within(1e-7));
    }
  }
}
