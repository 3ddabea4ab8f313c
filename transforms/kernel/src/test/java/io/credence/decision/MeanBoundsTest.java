package io.credence.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MeanBoundsTest {

  /** Half-widths for a standard deviation of 1, by the formula in Python. */
  @Test
  void boundsAreThoseOfTheFormula() {
    assertThat(MeanBounds.of(0.05, 500, 0, 1).upper())
        .isCloseTo(0.13790138517238526, within(1e-12));
    MeanBounds bounds = MeanBounds.of(0.05, 1_000, 3, 2);
    assertThat(bounds.lower()).isCloseTo(3 - 2 * 0.09598173584209047, within(1e-12));
    assertThat(bounds.upper()).isCloseTo(3 + 2 * 0.09598173584209047, within(1e-12));
  }

  @Test
  void theEvidenceReachesItsThresholdWhereABoundReachesZero() {
    for (long n : new long[] {200, 777, 1_000_000_000}) {
      for (double error : new double[] {0.05, 0.001}) {
        double half = MeanBounds.of(error, n, 0, 2).upper();
        assertThat(MeanBounds.of(error, n, half, 2).logEvidence())
            .isCloseTo(-Math.log(error), within(1e-9));
        assertThat(Preference.of(MeanBounds.of(error, n, half * 1.0001, 2)))
            .isEqualTo(Preference.CHAMPION_BETTER);
        assertThat(Preference.of(MeanBounds.of(error, n, -half * 1.0001, 2)))
            .isEqualTo(Preference.CHALLENGER_BETTER);
        assertThat(Preference.of(MeanBounds.of(error, n, half * 0.9999, 2)))
            .isEqualTo(Preference.UNDECIDED);
      }
    }
  }

  @Test
  void fewerThanTwoHundredValuesDecideNothing() {
    MeanBounds bounds = MeanBounds.of(0.05, 199, 10, 1e-9);
    assertThat(bounds.lower()).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(bounds.upper()).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(bounds.logEvidence()).isZero();
    assertThat(Preference.of(bounds)).isEqualTo(Preference.UNDECIDED);
    assertThat(MeanBounds.of(0.05, 300, Double.NaN, 1)).isEqualTo(bounds);
  }

  @Test
  void equalValuesDecideNothing() {
    assertThat(Preference.of(MeanBounds.of(0.05, 300, 0, 0))).isEqualTo(Preference.UNDECIDED);
    assertThat(MeanBounds.of(0.05, 300, 0, 0).logEvidence()).isNegative();
    MeanBounds nothing = MeanBounds.of(0.05, 1, 0, 0);
    for (double mean : new double[] {2, -2, 1e-300}) {
      for (long n : new long[] {200, 1_000_000}) {
        assertThat(MeanBounds.of(0.05, n, mean, 0)).isEqualTo(nothing);
      }
    }
    assertThat(MeanBounds.of(0.05, 300, 2, 1e-3).lower()).isGreaterThan(1.99);
  }

  @Test
  void anErrorIsAProbability() {
    for (double error : new double[] {0, 1, -1, Double.NaN}) {
      assertThatThrownBy(() -> MeanBounds.of(error, 300, 0, 1))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("error must be above 0 and below 1, but is " + error);
    }
  }
}
