package io.credence.summary;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;

class EqualTailedIntervalTest {

  @Provide
  Arbitrary<double[]> moderate() {
    return Samples.moderate();
  }

  @Property
  void liesWithinTheSamplesAndHoldsTheMedian(
      @ForAll("moderate") double[] samples,
      @ForAll @Scale(4) @DoubleRange(min = 0.001, max = 0.999) double probability) {
    double[] sorted = Samples.sorted(samples);

    double[] interval = interval(sorted, probability);

    double slack = slack(sorted);
    double median = Median.of(sorted, sorted.length);
    assertOrdered(sorted[0], interval[0], median + slack);
    assertOrdered(median - slack, interval[1], sorted[sorted.length - 1]);
  }

  @Property
  void aHigherProbabilityGivesAnIntervalAroundThatOfALower(
      @ForAll("moderate") double[] samples,
      @ForAll @Scale(4) @DoubleRange(min = 0.001, max = 0.999) double one,
      @ForAll @Scale(4) @DoubleRange(min = 0.001, max = 0.999) double other) {
    double[] sorted = Samples.sorted(samples);

    double[] inner = interval(sorted, Math.min(one, other));
    double[] outer = interval(sorted, Math.max(one, other));

    assertThat(outer[0]).isLessThanOrEqualTo(inner[0] + slack(sorted));
    assertThat(outer[1]).isGreaterThanOrEqualTo(inner[1] - slack(sorted));
  }

  @Property
  void quantilesAtTheGridAreTheSamples(@ForAll("moderate") double[] samples) {
    double[] sorted = Samples.sorted(samples);

    assertThat(Quantile.of(sorted, sorted.length, 0)).isEqualTo(sorted[0]);
    assertThat(Quantile.of(sorted, sorted.length, 1)).isEqualTo(sorted[sorted.length - 1]);
  }

  @Example
  void interpolatesBetweenNeighbours() {
    assertThat(interval(new double[] {0, 1, 2, 3, 4}, 0.5)).containsExactly(1, 3);
    assertThat(interval(new double[] {0, 1}, 0.5)).containsExactly(0.25, 0.75);
  }

  @Example
  void aSingleSampleIsItsInterval() {
    assertThat(interval(new double[] {7}, 0.95)).containsExactly(7, 7);
  }

  /** A few roundings of the largest value: the interpolation is exact at its ends only. */
  private static double slack(double[] sorted) {
    return 4 * Math.ulp(Math.max(Math.abs(sorted[0]), Math.abs(sorted[sorted.length - 1])));
  }

  /** By primitive comparison, so that 0.0 lies between -0.0 and -0.0. */
  private static void assertOrdered(double low, double x, double high) {
    assertThat(low <= x && x <= high)
        .withFailMessage("expected %s <= %s <= %s", low, x, high)
        .isTrue();
  }

  private static double[] interval(double[] sorted, double probability) {
    double[] out = new double[2];
    EqualTailedInterval.write(sorted, sorted.length, probability, out, 0);
    return out;
  }
}
