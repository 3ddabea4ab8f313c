package io.credence.page.band;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HistogramBandTest {

  /**
   * SciPy 1.17: {@code binom(2000, .05).ppf(.01 / 20 / 2)} is 68, and {@code .isf(.01 / 20 / 2)} is
   * 136.
   */
  @Test
  void exactQuantiles() {
    HistogramBand band = HistogramBand.of(2_000, 20, 0.01);
    assertThat(band.lower()).isEqualTo(68 / 2_000.0);
    assertThat(band.upper()).isEqualTo(136 / 2_000.0);
    assertThat(band.holds(68 / 2_000.0)).isTrue();
    assertThat(band.holds(67 / 2_000.0)).isFalse();
    assertThat(band.holds(136 / 2_000.0)).isTrue();
    assertThat(band.holds(137 / 2_000.0)).isFalse();
  }

  @Test
  void oneLabel() {
    HistogramBand band = HistogramBand.of(1, 20, 0.01);
    assertThat(band.holds(0)).isTrue();
    assertThat(band.holds(1)).isTrue();
  }
}
