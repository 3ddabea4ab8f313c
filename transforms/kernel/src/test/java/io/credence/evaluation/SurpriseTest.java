package io.credence.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SurpriseTest {

  /** How many more events than expected. */
  private static double z(double events, double expected) {
    return Surprise.z(events - expected, expected, expected, 1);
  }

  /** At each of these errors, the right number of events is seldom found wrong. */
  @ParameterizedTest
  @ValueSource(doubles = {1e-4, 0.01, 0.1, 0.5, 1, 2, 4, 7, 10, 15, 22, 40, 100, 1000})
  void rareEventsRaiseNoMoreFalseAlarmsThanStated(double expected) {
    PoissonDistribution events = PoissonDistribution.of(expected);
    for (double error : new double[] {0.01, 0.0025, 5e-4}) {
      double alarms = 0;
      for (int k = 0; k < 2 * expected + 100; k++) {
        alarms += Surprise.twoSided(z(k, expected)) < error ? events.probability(k) : 0;
      }
      assertThat(alarms).as("at %s", error).isLessThanOrEqualTo(1.2 * error);
    }
  }

  @Test
  void moreThanRareIsFound() {
    assertThat(z(10, 1)).isGreaterThan(4);
    assertThat(z(0, 30)).isLessThan(-5);
  }

  @Test
  void withoutACubeItIsANormalDistribution() {
    assertThat(Surprise.z(6, 4, 0, 1)).isCloseTo(3, within(1e-15));
    assertThat(Surprise.z(-6, 4, 1e-9, 1)).isCloseTo(-3, within(1e-8));
    assertThat(Surprise.twoSided(1.959963984540054)).isCloseTo(0.05, within(1e-15));
  }

  @Test
  void whatCanNotBeIsCertainlyWrongAndARoundingIsNot() {
    assertThat(Surprise.z(1, 0, 0, 100)).isEqualTo(Double.MAX_VALUE);
    assertThat(Surprise.z(-1, 0, 0, 100)).isEqualTo(-Double.MAX_VALUE);
    assertThat(Surprise.z(1e-12, 0, 0, 100)).isZero();
    assertThat(Surprise.twoSided(Double.MAX_VALUE)).isZero();
  }
}
