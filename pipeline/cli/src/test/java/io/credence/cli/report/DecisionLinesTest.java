package io.credence.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DecisionLinesTest {

  @Test
  void smallDifferencesKeepTheirDigits() {
    assertThat(DecisionLines.bounds("brier", -1.23456e-5, -2e-6))
        .isEqualTo("brier_difference is from -1.235e-05 to -2.000e-06");
    assertThat(DecisionLines.bounds("crps", -0.123456, 12.3456))
        .isEqualTo("crps_difference is from -0.1235 to 12.35");
    assertThat(DecisionLines.bounds("crps", 0.0, 0.0))
        .isEqualTo("crps_difference is from 0.000 to 0.000");
    assertThat(DecisionLines.bounds("crps", null, null))
        .isEqualTo("nothing is known of crps_difference");
  }
}
