package io.credence.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MeansTest {

  private static double error(double mean) {
    Means means = Means.of(1);
    for (int i = -500; i <= 500; i++) {
      means.add(0, mean + i * 0x1p-20);
    }
    assertThat(means.mean(0)).isEqualTo(mean);
    return means.error(0);
  }

  /** Each double of 1e8 has a square that is rounded to 2. */
  @Test
  void aLargeMeanTakesNoDigitsFromTheStandardError() {
    assertThat(error(0)).isGreaterThan(0);
    assertThat(error(1e8)).isEqualTo(error(0));
    assertThat(error(-1e8)).isEqualTo(error(0));
  }

  @Test
  void fewerThanTwoValuesHaveNone() {
    Means means = Means.of(1);
    assertThat(means.error(0)).isNaN();
    means.add(0, 1);
    assertThat(means.error(0)).isNaN();
  }
}
