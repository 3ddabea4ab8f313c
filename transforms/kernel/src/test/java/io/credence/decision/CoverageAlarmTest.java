package io.credence.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CoverageAlarmTest {

  private static final double[] SHARES = {0.94, 0.93, 0.92, 0.9, 0.87, 0.8, 0.965, 0.98, 0.99};

  /** R becomes (R + 1) L, in the plain arithmetic of its definition. */
  @Test
  void eachLabelIsAsTheDefinitionSays() {
    CoverageAlarm alarm = new CoverageAlarm();
    SplittableRandom random = new SplittableRandom(3);
    double[] r = new double[SHARES.length];
    for (int t = 0; t < 1_000; t++) {
      boolean covered = random.nextDouble() < 0.93;
      double mean = 0;
      for (int i = 0; i < r.length; i++) {
        r[i] = (r[i] + 1) * (covered ? SHARES[i] / 0.95 : (1 - SHARES[i]) / 0.05);
        mean += r[i] / r.length;
      }
      alarm.add(1, covered ? 1 : 0);
      assertThat(Math.exp(alarm.log())).isCloseTo(mean, within(1e-12 * mean));
    }
  }

  /** Of two labels at once, the first might be the first after a change. */
  @Test
  void labelsAtOnceCountFromTheFirst() {
    CoverageAlarm alarm = new CoverageAlarm();
    alarm.add(1, 1);
    alarm.add(2, 1);
    double mean = 0;
    for (double q : SHARES) {
      mean += (q / 0.95 + 2) * (q / 0.95) * ((1 - q) / 0.05) / SHARES.length;
    }
    assertThat(Math.exp(alarm.log())).isCloseTo(mean, within(1e-12));
  }

  /** R is expected to grow by 1 with each label, or by less where parts are covered. */
  @Test
  void theExpectedGrowthIsOneForEachLabel() {
    assertThat(0.95 * one(1) + 0.05 * one(0)).isCloseTo(1, within(1e-12));
    // Half of all labels are covered by 0.9, the others whole: 0.95 in all.
    assertThat(0.5 * one(0.9) + 0.5 * one(1)).isLessThan(1);
    CoverageAlarm all = new CoverageAlarm();
    all.add(2, 2);
    CoverageAlarm one = new CoverageAlarm();
    one.add(2, 1);
    CoverageAlarm none = new CoverageAlarm();
    none.add(2, 0);
    assertThat(
            0.95 * 0.95 * Math.exp(all.log())
                + 2 * 0.95 * 0.05 * Math.exp(one.log())
                + 0.05 * 0.05 * Math.exp(none.log()))
        .isCloseTo(2, within(1e-12));
  }

  private static double one(double covered) {
    CoverageAlarm alarm = new CoverageAlarm();
    alarm.add(1, covered);
    return Math.exp(alarm.log());
  }

  @Test
  void noLabelsChangeNothingAndVeryManyOverflowNothing() {
    CoverageAlarm alarm = new CoverageAlarm();
    alarm.add(0, 0);
    assertThat(alarm.log()).isEqualTo(Double.NEGATIVE_INFINITY);
    alarm.add(1_000_000_000, 800_000_000);
    assertThat(alarm.log()).isBetween(1e7, 1e9);
    double before = alarm.log();
    alarm.add(0, 0);
    assertThat(alarm.log()).isEqualTo(before);
  }
}
