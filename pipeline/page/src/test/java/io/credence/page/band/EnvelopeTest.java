package io.credence.page.band;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeTest {

  private static final double OUTSIDE = 0.01;

  /** Two numbers and the points 1/3, 2/3: nine equally probable pairs of thirds. */
  @Test
  void theProbabilityOfAllPaths() {
    Envelope none = Envelope.of(2, 2, 1e-9);
    assertThat(none.lower(0)).isZero();
    assertThat(none.upper(0)).isEqualTo(1);
    assertThat(Envelope.inside(2, none)).isCloseTo(1, within(1e-12));
    // γ = 0.25: at 1/3, P(0) = 4/9, P(1) = 4/9 and P(2) = 1/9, which is not above γ/2; so there are
    // 0 or 1 numbers below 1/3, and likewise 1 or 2 below 2/3. Of nine pairs, (0, 0), (2, 2) leave.
    Envelope some = Envelope.at(2, 2, 0.25);
    assertThat(new double[] {some.lower(0), some.upper(0), some.lower(1), some.upper(1)})
        .containsExactly(0, 0.5, 0.5, 1);
    assertThat(Envelope.inside(2, some)).isCloseTo(7.0 / 9, within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 100, 1_000, 10_000})
  void aRightModelSeldomLeavesIt(int n) {
    Envelope envelope = Envelope.of(n, 99, OUTSIDE);
    assertThat(Envelope.inside(n, envelope)).isBetween(1 - OUTSIDE, 1 + 1e-9);
  }

  @Test
  void itIsNoWiderThanItMustBe() {
    assertThat(Envelope.inside(1_000, Envelope.of(1_000, 99, OUTSIDE)))
        .isCloseTo(1 - OUTSIDE, within(5e-4));
    assertThat(Envelope.inside(40_000, Envelope.of(40_000, 49, OUTSIDE)))
        .isCloseTo(1 - OUTSIDE, within(5e-4));
  }

  /**
   * 20,000 samples of 200 numbers; the share that leaves has a standard error of at most 0.0007.
   * Four of them are exceeded with a probability of 6e-5.
   */
  @Test
  void aSimulationAgrees() {
    int n = 200;
    int points = 19;
    Envelope envelope = Envelope.of(n, points, OUTSIDE);
    SplittableRandom random = new SplittableRandom(1);
    int left = 0;
    int samples = 20_000;
    for (int sample = 0; sample < samples; sample++) {
      int[] counts = new int[points + 1];
      for (int i = 0; i < n; i++) {
        counts[random.nextInt(points + 1)]++;
      }
      left += leaves(counts, n, envelope) ? 1 : 0;
    }
    assertThat((double) left / samples)
        .isCloseTo(1 - Envelope.inside(n, envelope), within(4 * 0.0007));
  }

  private static boolean leaves(int[] counts, int n, Envelope envelope) {
    int below = 0;
    for (int i = 0; i < envelope.points(); i++) {
      below += counts[i];
      if (!envelope.holds(i, (double) below / n)) {
        return true;
      }
    }
    return false;
  }

  @Test
  void moreLabelsThanAnIntHolds() {
    Envelope envelope = Envelope.of(1L << 33, 99, OUTSIDE);
    assertThat(envelope.upper(49) - envelope.lower(49)).isBetween(1e-5, 2e-4);
    assertThat(HistogramBand.of(1L << 33, 20, OUTSIDE).holds(0.05)).isTrue();
  }
}
