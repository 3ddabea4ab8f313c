package io.credence.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SummaryTest {

  private static final double[] NONE = {};

  @Test
  void readsWhatItWasBuiltFrom() {
    Summary summary =
        Summary.of(
            4,
            1,
            2,
            3,
            new double[] {4, 5, 6, 7},
            new double[] {8, 9},
            new double[] {10, 11},
            new double[] {0.25},
            new double[] {0, 1, 2},
            new double[] {0.5, 0.5});

    assertThat(summary.n()).isEqualTo(4);
    assertThat(summary.median()).isEqualTo(1);
    assertThat(summary.mean()).isEqualTo(2);
    assertThat(summary.sd()).isEqualTo(3);
    assertThat(summary.hdiLower(1)).isEqualTo(6);
    assertThat(summary.hdiUpper(1)).isEqualTo(7);
    assertThat(summary.etiLower(0)).isEqualTo(8);
    assertThat(summary.etiUpper(0)).isEqualTo(9);
    assertThat(summary.quantile(1)).isEqualTo(11);
    assertThat(summary.exceedance(0)).isEqualTo(0.25);
    assertThat(summary.binEdges()).containsExactly(0, 1, 2);
    assertThat(summary.density()).containsExactly(0.5, 0.5);
    assertThat(summary).asString().contains("n=4", "hdi=[4.0, 5.0, 6.0, 7.0]");
  }

  @Test
  void equalityIsThatOfTheBits() {
    assertThat(withSd(Double.NaN)).isEqualTo(withSd(Double.NaN)).hasSameHashCodeAs(withSd(0 / 0.0));
    assertThat(withSd(0.0)).isNotEqualTo(withSd(-0.0));
    assertThat(withHdi(0.0, 1)).isEqualTo(withHdi(0.0, 1)).isNotEqualTo(withHdi(-0.0, 1));
  }

  @Test
  void lengthsMustFitEachOther() {
    assertRefused("hdi must hold pairs", () -> withHdi());
    assertRefused("hdi must hold pairs", () -> withHdi(1, 2, 3));
    double[] hdi = {1, 2};
    double[] one = {1};
    assertRefused("n must be", () -> Summary.of(0, 1, 1, 1, hdi, NONE, NONE, NONE, NONE, NONE));
    assertRefused("eti must", () -> Summary.of(1, 1, 1, 1, hdi, one, NONE, NONE, NONE, NONE));
    assertRefused(
        "one more than density", () -> Summary.of(1, 1, 1, 1, hdi, NONE, NONE, NONE, one, NONE));
    assertRefused(
        "one more than density", () -> Summary.of(1, 1, 1, 1, hdi, NONE, NONE, NONE, one, one));
  }

  private static void assertRefused(String message, Runnable building) {
    assertThatThrownBy(building::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  private static Summary withSd(double sd) {
    return Summary.of(2, 1, 1, sd, new double[] {0, 1}, NONE, NONE, NONE, NONE, NONE);
  }

  private static Summary withHdi(double... hdi) {
    return Summary.of(2, 1, 1, 1, hdi, NONE, NONE, NONE, NONE, NONE);
  }
}
