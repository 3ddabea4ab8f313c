package io.credence.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;

class HighestDensityIntervalTest {

  @Provide
  Arbitrary<double[]> nasty() {
    return Samples.nasty();
  }

  @Property
  void itsEndsAreSamplesThatSpanKPlusOne(
      @ForAll("nasty") double[] samples,
      @ForAll @Scale(4) @DoubleRange(min = 0.001, max = 0.999) double probability) {
    double[] sorted = Samples.sorted(samples);
    int k = HighestDensityInterval.span(probability, sorted.length);

    double[] interval = interval(sorted, probability);

    assertThat(sorted).contains(interval);
    long inside = Arrays.stream(sorted).filter(x -> interval[0] <= x && x <= interval[1]).count();
    assertThat(inside).isGreaterThan(k);
    assertThat((double) inside).isGreaterThanOrEqualTo(probability * sorted.length);
  }

  @Property
  void noIntervalThatSpansAsManyIsNarrowerAndEqualOnesLieAbove(
      @ForAll("nasty") double[] samples,
      @ForAll @Scale(4) @DoubleRange(min = 0.001, max = 0.999) double probability) {
    double[] sorted = Samples.sorted(samples);
    int k = HighestDensityInterval.span(probability, sorted.length);

    double[] interval = interval(sorted, probability);

    double width = interval[1] - interval[0];
    for (int i = 0; i + k < sorted.length; i++) {
      double other = sorted[i + k] - sorted[i];
      assertThat(other).isGreaterThanOrEqualTo(width);
      if (other == width) {
        assertThat(sorted[i]).isGreaterThanOrEqualTo(interval[0]);
      }
    }
  }

  @Property
  void theSpanNeverReachesN(@ForAll @IntRange(min = 1) int n) {
    assertThat(HighestDensityInterval.span(Math.nextDown(1.0), n)).isEqualTo(n - 1);
  }

  @Example
  void theProductIsRoundedBeforeTheFloor() {
    assertThat(HighestDensityInterval.span(0.29, 100)).isEqualTo(28);
  }

  @Example
  void ofEquallyNarrowOnesTheLowestWins() {
    assertThat(interval(new double[] {0, 1, 2, 3, 4}, 0.5)).containsExactly(0, 2);
  }

  @Example
  void itNeedNotHoldTheMedian() {
    double[] sorted = {0, 10, 20, 30, 40, 50, 51, 52, 53, 54};

    assertThat(interval(sorted, 0.4)).containsExactly(50, 54);
    assertThat(Median.of(sorted, 10)).isEqualTo(45);
  }

  @Example
  void aSingleSampleIsItsInterval() {
    assertThat(interval(new double[] {7}, 0.95)).containsExactly(7, 7);
  }

  private static double[] interval(double[] sorted, double probability) {
    double[] out = new double[2];
    HighestDensityInterval.write(sorted, sorted.length, probability, out, 0);
    return out;
  }
}
