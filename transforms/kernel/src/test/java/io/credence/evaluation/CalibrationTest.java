package io.credence.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.credence.evaluation.Calibration.Deviation;
import io.credence.evaluation.Calibration.Verdict;
import io.credence.summary.ClassSummary;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.DiscreteDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.junit.jupiter.api.Test;

/** The verdict, on labels whose distribution is known. Seeds are fixed. */
class CalibrationTest {

  private static final NumberQuantities NUMBERS =
      new NumberQuantities(List.of(0.95), List.of(0.95), false);
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /** Statistics of labels that are standard normal, predicted by another distribution's cdf. */
  private static OutputStatistics numbers(int n, long seed, DoubleUnaryOperator cdf) {
    SplittableRandom random = new SplittableRandom(seed);
    OutputStatistics statistics = NUMBERS.empty();
    Components components = new Components();
    components.expectUniform();
    for (int i = 0; i < n; i++) {
      double u = cdf.applyAsDouble(NORMAL.inverseCumulativeProbability(random.nextDouble()));
      add(u, u, components, statistics);
    }
    return statistics;
  }

  private static void add(
      double low, double high, Components components, OutputStatistics statistics) {
    Pit pit = new Pit();
    pit.set(low, high);
    components.set(low, high);
    statistics.countRecord();
    pit.addTo(statistics.pit());
    for (int k = 0; k < Components.COUNT; k++) {
      statistics.means().add(NumberQuantities.COMPONENTS + k, components.value(k));
      statistics.means().add(NumberQuantities.SQUARES + k, components.square(k));
      statistics.means().add(NumberQuantities.CUBES + k, components.cube(k));
    }
  }

  /** Many quantiles of a distribution, at random. */
  private static double[] many(DiscreteDistribution counts, long seed) {
    return new SplittableRandom(seed)
        .doubles(20_000)
        .map(counts::inverseCumulativeProbability)
        .toArray();
  }

  /** Statistics of counts, each with 40 samples of its prediction. */
  private static OutputStatistics counts(
      int n, long seed, DiscreteDistribution predicted, double[] samples, double[] labels) {
    SplittableRandom random = new SplittableRandom(seed);
    OutputStatistics statistics = NUMBERS.empty();
    Components components = new Components();
    double[] sorted = new double[40];
    for (int i = 0; i < n; i++) {
      int y = (int) labels[random.nextInt(labels.length)];
      for (int j = 0; j < sorted.length; j++) {
        sorted[j] = samples[random.nextInt(samples.length)];
      }
      Arrays.sort(sorted);
      components.expectOneOf(sorted, sorted.length, y);
      add(
          predicted.cumulativeProbability(y - 1),
          predicted.cumulativeProbability(y),
          components,
          statistics);
    }
    return statistics;
  }

  private static int alarms(int n, DiscreteDistribution counts) {
    double[] samples = many(counts, 1);
    double[] labels = many(counts, 2);
    int alarms = 0;
    for (int run = 0; run < 1000; run++) {
      OutputStatistics right = counts(n, run, counts, samples, labels);
      alarms += calibration(right).verdict() == Verdict.CALIBRATED ? 0 : 1;
    }
    return alarms;
  }

  /** As below: more than 24 alarms of 1,000 at 1 % come with a probability of 4e-5. */
  @Test
  void aRightModelOfCountsIsSeldomFoundWrong() {
    assertThat(alarms(200, PoissonDistribution.of(5))).isBetween(1, 24);
    assertThat(alarms(200, PoissonDistribution.of(0.2))).isLessThanOrEqualTo(24);
    assertThat(alarms(200, BinomialDistribution.of(1, 0.01))).isLessThanOrEqualTo(24);
  }

  /** Of 5,000 labels, 50 are predicted to be 1, and 100 are. */
  @Test
  void rareEventsThatComeTooOftenAreFound() {
    DiscreteDistribution rare = BinomialDistribution.of(1, 0.01);
    double[] samples = many(rare, 1);
    Calibration calibration =
        calibration(counts(5000, 1, rare, samples, many(BinomialDistribution.of(1, 0.02), 2)));
    assertThat(calibration.deviations()).contains(Deviation.TOO_LOW);
    calibration =
        calibration(counts(5000, 1, rare, samples, many(BinomialDistribution.of(1, 0.003), 2)));
    assertThat(calibration.deviations()).contains(Deviation.TOO_HIGH);
  }

  /** Binomial counts of mean 30, whose standard deviation is off by a tenth from Poisson's. */
  @Test
  void countsWithATenthOfAStandardDeviationTooMuchAreFound() {
    DiscreteDistribution predicted = PoissonDistribution.of(30);
    double[] samples = many(predicted, 1);
    int wide = 0;
    for (int run = 0; run < 50; run++) {
      double[] labels = many(BinomialDistribution.of(158, 30.0 / 158), run);
      wide += is(calibration(counts(2000, run, predicted, samples, labels)), Deviation.TOO_WIDE);
    }
    assertThat(wide).isGreaterThanOrEqualTo(49);
  }

  private static Calibration calibration(OutputStatistics statistics) {
    return NUMBERS.calibration(statistics, 0.01);
  }

  /**
   * At 1 %, 1,000 right models give 10 alarms; more than 24 come with a probability of 4e-5 (the
   * binomial distribution's).
   */
  @Test
  void aRightModelIsSeldomFoundWrong() {
    int alarms = 0;
    for (int run = 0; run < 1000; run++) {
      OutputStatistics right = numbers(200, run, NORMAL::cumulativeProbability);
      alarms += calibration(right).verdict() == Verdict.CALIBRATED ? 0 : 1;
    }
    assertThat(alarms).isBetween(1, 24);
  }

  /** Each deviation of a tenth of a standard deviation is found at 2,000 labels. */
  @Test
  void aTenthOfAStandardDeviationIsFound() {
    int narrow = 0;
    int wide = 0;
    for (int run = 0; run < 100; run++) {
      Calibration tooNarrow =
          calibration(numbers(2000, run, y -> NORMAL.cumulativeProbability(y / 0.9)));
      Calibration tooWide =
          calibration(numbers(2000, run, y -> NORMAL.cumulativeProbability(y / 1.1)));
      narrow += is(tooNarrow, Deviation.TOO_NARROW);
      wide += is(tooWide, Deviation.TOO_WIDE);
    }
    assertThat(narrow).isGreaterThanOrEqualTo(98);
    assertThat(wide).isGreaterThanOrEqualTo(98);
  }

  private static int is(Calibration calibration, Deviation deviation) {
    return !calibration.deviations().isEmpty() && calibration.deviations().get(0) == deviation
        ? 1
        : 0;
  }

  @Test
  void saysInWhichWayAModelIsOff() {
    // Predicted are numbers half a standard deviation below the labels.
    Calibration calibration =
        calibration(numbers(2000, 1, y -> NORMAL.cumulativeProbability(y + 0.5)));
    assertThat(calibration.verdict()).isEqualTo(Verdict.MISCALIBRATED);
    assertThat(calibration.deviations()).first().isEqualTo(Deviation.TOO_LOW);
    assertThat(Deviation.TOO_LOW.sentence()).isEqualTo("predictions are too low");
  }

  @Test
  void aSureButSmallDeviationHardlyMatters() {
    Calibration calibration =
        calibration(numbers(100_000, 1, y -> NORMAL.cumulativeProbability(y / 1.03)));
    assertThat(calibration.verdict()).isEqualTo(Verdict.NEARLY_CALIBRATED);
    assertThat(calibration.deviations()).first().isEqualTo(Deviation.TOO_WIDE);
  }

  @Test
  void fewRecordsSayTooLittle() {
    assertThat(calibration(numbers(99, 1, y -> 0.5))).isEqualTo(Calibration.INSUFFICIENT);
  }

  /** Probabilities of classes whose labels come up with other ones. */
  private static Calibration classes(int n, long seed, DoubleUnaryOperator truth) {
    ClassQuantities quantities = new ClassQuantities(List.of("no", "yes"));
    ClassScorer scorer = new ClassScorer(quantities);
    OutputStatistics statistics = quantities.empty();
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < n; i++) {
      double p = random.nextDouble();
      int y = random.nextDouble() < truth.applyAsDouble(p) ? 1 : 0;
      scorer.score(ClassSummary.of(1, new double[] {1 - p, p}), y);
      scorer.addTo(statistics);
    }
    return quantities.calibration(statistics, 0.01);
  }

  @Test
  void classesAreJudged() {
    int alarms = 0;
    for (int run = 0; run < 1000; run++) {
      alarms += classes(200, run, p -> p).verdict() == Verdict.CALIBRATED ? 0 : 1;
    }
    assertThat(alarms).isLessThanOrEqualTo(24);
    assertThat(classes(2000, 1, p -> 0.25 + p / 2).deviations())
        .containsExactly(Deviation.OVERCONFIDENT);
    assertThat(classes(2000, 1, p -> p < 0.5 ? p * p : 1 - (1 - p) * (1 - p)).deviations())
        .containsExactly(Deviation.UNDERCONFIDENT);
    assertThat(classes(2000, 1, p -> Math.min(1, p + 0.1)).deviations())
        .contains(Deviation.WRONG_SHARES);
  }

  /** Log-odds that are a third too large. */
  @Test
  void overconfidentClassesAreFoundAtTwoThousand() {
    int found = 0;
    for (int run = 0; run < 100; run++) {
      Calibration calibration = classes(2000, run, p -> 1 / (1 + Math.pow(1 / p - 1, 0.75)));
      found += is(calibration, Deviation.OVERCONFIDENT);
    }
    assertThat(found).isGreaterThanOrEqualTo(98);
  }

  /** Labels of a class that one record in a hundred has. */
  @Test
  void aRareClassIsJudged() {
    int alarms = 0;
    for (int run = 0; run < 1000; run++) {
      alarms += rare(300, run, 1).verdict() == Verdict.CALIBRATED ? 0 : 1;
    }
    assertThat(alarms).isLessThanOrEqualTo(24);
    assertThat(rare(5000, 1, 2).deviations()).contains(Deviation.WRONG_SHARES);
    assertThat(rare(5000, 1, 0.3).deviations()).contains(Deviation.WRONG_SHARES);
  }

  private static Calibration rare(int n, long seed, double times) {
    ClassQuantities quantities = new ClassQuantities(List.of("no", "yes"));
    ClassScorer scorer = new ClassScorer(quantities);
    OutputStatistics statistics = quantities.empty();
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < n; i++) {
      double p = 0.02 * random.nextDouble();
      scorer.score(
          ClassSummary.of(1, new double[] {1 - p, p}), random.nextDouble() < times * p ? 1 : 0);
      scorer.addTo(statistics);
    }
    return quantities.calibration(statistics, 0.01);
  }

  /** Five equal probabilities have a Brier score without variance, but with a rounding. */
  @Test
  void equalProbabilitiesAreNotOffByARounding() {
    double[] fifths = {0.2, 0.2, 0.2, 0.2, 0.2};
    assertThat(equal(fifths, 1000).verdict()).isEqualTo(Verdict.CALIBRATED);
  }

  private static Calibration equal(double[] probabilities, int n) {
    ClassQuantities quantities = new ClassQuantities(List.of("a", "b", "c", "d", "e"));
    ClassScorer scorer = new ClassScorer(quantities);
    OutputStatistics statistics = quantities.empty();
    for (int i = 0; i < n; i++) {
      scorer.score(ClassSummary.of(1, probabilities.clone()), i % 5);
      scorer.addTo(statistics);
    }
    return quantities.calibration(statistics, 0.01);
  }

  /** With p = 1e-5, one among a thousand comes up in 1 % of evaluations. */
  @Test
  void aRareClassThatComesUpOnceIsNoAlarm() {
    ClassQuantities quantities = new ClassQuantities(List.of("no", "yes"));
    ClassScorer scorer = new ClassScorer(quantities);
    OutputStatistics statistics = quantities.empty();
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 100_000; i++) {
      double p = i == 0 ? 1e-5 : 1e-6 * random.nextDouble();
      scorer.score(ClassSummary.of(1, new double[] {1 - p, p}), i == 0 ? 1 : 0);
      scorer.addTo(statistics);
    }
    assertThat(quantities.calibration(statistics, 0.01).deviations())
        .doesNotContain(Deviation.WRONG_SHARES);
  }
}
