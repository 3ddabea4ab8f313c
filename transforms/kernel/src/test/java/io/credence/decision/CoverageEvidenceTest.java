package io.credence.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CoverageEvidenceTest {

  /** By {@code math.lgamma} in Python. */
  @Test
  void valuesAreThoseOfTheMixture() {
    assertThat(Math.exp(CoverageEvidence.log(180, 200, 0.95)))
        .isCloseTo(3.306452632642392, within(1e-12));
    assertThat(Math.exp(CoverageEvidence.log(940, 1_000, 0.95)))
        .isCloseTo(0.05078893136020437, within(1e-12));
  }

  /** One label of two: both have the mean likelihood 1/2. */
  @Test
  void oneLabelHasTheRatioOfAHalf() {
    assertThat(Math.exp(CoverageEvidence.log(1, 1, 0.95))).isCloseTo(0.5 / 0.95, within(1e-14));
    assertThat(Math.exp(CoverageEvidence.log(0, 1, 0.95))).isCloseTo(0.5 / 0.05, within(1e-13));
  }

  /** While the level is right, the expected value is 1, also of very many labels. */
  @Test
  void theExpectedValueIsOne() {
    for (int n : new int[] {1, 7, 200}) {
      double expected = 0;
      double probability = Math.pow(0.05, n);
      for (int k = 0; k <= n; k++) {
        expected += probability * Math.exp(CoverageEvidence.log(k, n, 0.95));
        probability *= 19.0 * (n - k) / (k + 1);
      }
      assertThat(expected).isCloseTo(1, within(1e-12));
    }
    assertThat(CoverageEvidence.log(950_000_000, 1_000_000_000, 0.95)).isBetween(-20.0, 0.0);
  }
}
