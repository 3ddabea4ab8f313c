package io.credence.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

/**
 * How often decisions are wrong, and how many labels they need, with a look after each label. The
 * figures of {@code docs/decisions.md} are those of {@code -Dcredence.simulations=10000}.
 */
class DecisionSimulationTest {

  private static final int RUNS = Integer.getInteger("credence.simulations", 300);
  private static final boolean IS_WHOLE = RUNS >= 1_000;
  private static final int LABELS = IS_WHOLE ? 10_000 : 2_000;

  /** With 300 runs, a share of 0.05 exceeds it with a probability of 1e-4; seeds are fixed. */
  private static final double MOST_WRONG = IS_WHOLE ? 0.05 : 0.1;

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
  private static final double ROOT_PI = Math.sqrt(Math.PI);

  /**
   * By so much the champion's means are off, each in a direction of its own, that the challenger's
   * CRPS is 3 % better: its square solves 2 sqrt(1 + x / 2) - 1 = 1 / 0.97.
   */
  private static final double OFF = 0.24967;

  /** The CRPS of a standard normal prediction whose mean is off by some part. */
  private static double crps(double label, double off) {
    double z = label - off;
    return z * (2 * NORMAL.cumulativeProbability(z) - 1) + 2 * NORMAL.density(z) - 1 / ROOT_PI;
  }

  /** The number of values at the first look that decides; 0 for none. */
  private static int decided(
      ToDoubleFunction<SplittableRandom> difference, SplittableRandom random) {
    double sum = 0;
    double squares = 0;
    for (int n = 1; n <= LABELS; n++) {
      double value = difference.applyAsDouble(random);
      sum += value;
      squares += value * value;
      double mean = sum / n;
      double sd = Math.sqrt((squares - sum * mean) / (n - 1));
      Preference preference = Preference.of(MeanBounds.of(Watch.ERROR, n, mean, sd));
      if (preference != Preference.UNDECIDED) {
        return preference == Preference.CHALLENGER_BETTER ? n : -n;
      }
    }
    return 0;
  }

  private static int[] decided(String what, ToDoubleFunction<SplittableRandom> difference) {
    SplittableRandom seeds = new SplittableRandom(what.hashCode());
    int[] decided = new int[RUNS];
    Arrays.setAll(decided, run -> decided(difference, seeds.split()));
    return decided;
  }

  private static double share(int[] decided) {
    return (double) Arrays.stream(decided).filter(n -> n != 0).count() / RUNS;
  }

  private static void print(String format, Object... values) {
    if (IS_WHOLE) {
      System.out.println(String.format(Locale.ROOT, format, values));
    }
  }

  private static void assertSeldomWrong(
      String what, ToDoubleFunction<SplittableRandom> difference) {
    double wrong = share(decided(what, difference));
    print("%s: %.4f of %,d runs decide wrongly within %,d labels", what, wrong, RUNS, LABELS);
    assertThat(wrong).isLessThanOrEqualTo(MOST_WRONG);
  }

  @Test
  void equalModelsAreSeldomToldApart() {
    assertSeldomWrong(
        "two models that are off in opposite directions",
        random -> {
          double label = random.nextGaussian();
          return crps(label, OFF) - crps(label, -OFF);
        });
  }

  @Test
  void skewedDifferencesDecideNoMoreOften() {
    assertSeldomWrong("exponential differences", random -> random.nextExponential() - 1);
  }

  @Test
  void differencesWithHeavyTailsDecideNoMoreOften() {
    assertSeldomWrong(
        "differences with the tails of Student's t with 5 degrees",
        random -> {
          double squares = 0;
          for (int i = 0; i < 5; i++) {
            double each = random.nextGaussian();
            squares += each * each;
          }
          return random.nextGaussian() / Math.sqrt(squares / 5);
        });
  }

  @Test
  void aChallengerThatIsThreePercentBetterIsFound() {
    double[] moments = new double[3];
    int[] decided =
        decided(
            "3 % better",
            random -> {
              double label = random.nextGaussian();
              double off = random.nextGaussian() * OFF;
              double difference = crps(label, 0) - crps(label, off);
              moments[0]++;
              moments[1] += difference;
              moments[2] += difference * difference;
              return difference;
            });
    double mean = moments[1] / moments[0];
    double sd = Math.sqrt(moments[2] / moments[0] - mean * mean);
    // The quantiles 0.975 and 0.9 of the standard normal distribution.
    double fixed = Math.pow((1.959964 + 1.281552) * sd / mean, 2);
    int[] labels = Arrays.stream(decided).filter(n -> n > 0).sorted().toArray();
    print(
        "3 %% better: found in %.4f of %,d runs; labels: median %,d, mean %,.0f, 90 %% %,d;"
            + " a test of fixed size with a power of 90 %% needs %,.0f",
        (double) labels.length / RUNS,
        RUNS,
        labels[labels.length / 2],
        Arrays.stream(labels).average().orElseThrow(),
        labels[labels.length * 9 / 10],
        fixed);
    assertThat(Arrays.stream(decided).filter(n -> n < 0).count()).isLessThan(1 + RUNS / 200);
    assertThat(labels.length).isGreaterThan(RUNS * 9 / 10);
    assertThat(labels[labels.length / 2]).isLessThan((int) (1.5 * fixed));
  }

  /** The label with which an alarm is raised; 0 for none. */
  private static int alarmed(int good, int bad, SplittableRandom random) {
    CoverageAlarm alarm = new CoverageAlarm();
    for (int n = 1; n <= good + bad; n++) {
      alarm.add(1, random.nextDouble() < (n <= good ? 0.95 : 0.9) ? 1 : 0);
      if (alarm.log() >= Watch.LOG_ALARM) {
        return n;
      }
    }
    return 0;
  }

  @Test
  void aCoverageThatFallsToNinetyPercentIsFoundWithinAFewHundredLabels() {
    int good = 5_000;
    int runs = IS_WHOLE ? RUNS : RUNS / 3;
    SplittableRandom seeds = new SplittableRandom(5);
    int[] alarms = new int[runs];
    Arrays.setAll(alarms, run -> alarmed(good, 5_000, seeds.split()));
    long early = Arrays.stream(alarms).filter(n -> n > 0 && n <= good).count();
    int[] delays =
        Arrays.stream(alarms).filter(n -> n > good).map(n -> n - good).sorted().toArray();
    print(
        "coverage 0.95 to 0.90 after 5,000 labels: found after a median of %,d labels, mean %,.0f,"
            + " 90 %% %,d; %,d of %,d runs had an alarm before",
        delays[delays.length / 2],
        Arrays.stream(delays).average().orElseThrow(),
        delays[delays.length * 9 / 10],
        early,
        runs);
    assertThat(delays.length + early).isEqualTo(runs);
    assertThat(delays[delays.length / 2]).isLessThan(500);
    // At most 5,000 in 20,000 of all runs, and of 100 with a probability of 1e-3 more than 40.
    assertThat(early).isLessThanOrEqualTo(IS_WHOLE ? runs / 4 : runs * 2 / 5);
  }

  @Test
  void aRightCoverageRaisesAnAlarmInTwentyThousandLabelsAtMost() {
    int runs = IS_WHOLE ? RUNS / 10 : RUNS / 30;
    int most = IS_WHOLE ? 100_000 : 40_000;
    SplittableRandom seeds = new SplittableRandom(7);
    double sum = 0;
    for (int run = 0; run < runs; run++) {
      int alarmed = alarmed(most, 0, seeds.split());
      sum += alarmed == 0 ? most : alarmed;
    }
    print("right coverage: at least %,.0f labels until a false alarm, in the mean", sum / runs);
    // Ten runs of about exponential length are a quarter of their mean with a probability of 1e-4.
    assertThat(sum / runs).isGreaterThan(CoverageAlarm.LABELS_TO_FALSE_ALARM / (IS_WHOLE ? 1 : 4));
  }
}
