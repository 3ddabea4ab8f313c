package io.credence.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.credence.deadletter.UnscorableException;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class HistogramTest {

  @Provide
  Arbitrary<double[]> moderate() {
    return Samples.moderate();
  }

  @Property
  void integratesToOne(
      @ForAll("moderate") double[] samples, @ForAll @IntRange(min = 1, max = 100) int bins)
      throws UnscorableException {
    double[] sorted = Samples.sorted(samples);
    double[] edges = Histogram.edges(Samples.range(sorted), bins);
    double[] density = Histogram.density(Samples.order(sorted), sorted.length, edges);

    double mass = 0;
    for (int i = 0; i < bins; i++) {
      mass += density[i] * (edges[i + 1] - edges[i]);
    }

    assertThat(mass).isCloseTo(1, within(1e-12));
  }

  @Property
  void eachSampleFallsInTheHighestBinThatBeginsAtOrBelowIt(
      @ForAll("moderate") double[] samples, @ForAll @IntRange(min = 1, max = 100) int bins)
      throws UnscorableException {
    double[] sorted = Samples.sorted(samples);
    double[] edges = Histogram.edges(Samples.range(sorted), bins);
    int[] counts = new int[bins];
    for (double x : samples) {
      counts[highestAtOrBelow(x, edges)]++;
    }

    double[] density = Histogram.density(Samples.order(sorted), sorted.length, edges);

    for (int i = 0; i < bins; i++) {
      assertThat(density[i]).isEqualTo(counts[i] / (edges[i + 1] - edges[i]) / samples.length);
    }
  }

  @Property
  void edgesIncreaseFromTheSmallestSampleToTheLargest(
      @ForAll("moderate") double[] samples, @ForAll @IntRange(min = 1, max = 100) int bins)
      throws UnscorableException {
    double[] sorted = Samples.sorted(samples);
    double[] edges = Histogram.edges(Samples.range(sorted), bins);

    assertThat(edges).hasSize(bins + 1).isSorted().doesNotHaveDuplicates();
    assertThat(edges[0]).isLessThanOrEqualTo(sorted[0]);
    assertThat(edges[bins]).isGreaterThanOrEqualTo(sorted[sorted.length - 1]);
  }

  @Example
  void binsAreHalfOpenAndTheLastIsClosed() throws UnscorableException {
    double[] sorted = {0, 1, 2};
    double[] edges = Histogram.edges(Samples.range(sorted), 2);

    assertThat(edges).containsExactly(0, 1, 2);
    assertThat(Histogram.density(Samples.order(sorted), sorted.length, edges))
        .containsExactly(1 / 3.0, 2 / 3.0);
  }

  @Example
  void equalSamplesWidenTheRangeByAHalfOnEachSide() throws UnscorableException {
    double[] sorted = {7, 7, 7};
    double[] edges = Histogram.edges(Samples.range(sorted), 2);

    assertThat(edges).containsExactly(6.5, 7, 7.5);
    assertThat(Histogram.density(Samples.order(sorted), sorted.length, edges))
        .containsExactly(0, 2);
  }

  @Example
  void aRangeTooSmallOrTooLargeForTheBinsIsRefusedWithBothEnds() {
    assertThatThrownBy(() -> Histogram.edges(Samples.range(1, Math.nextUp(1.0)), 5))
        .isInstanceOf(UnscorableException.class)
        .hasMessageContaining("5 bins")
        .hasMessageContaining("[1.0, 1.0000000000000002]");
    assertThatThrownBy(() -> Histogram.edges(Samples.range(-1.7e308, 1.7e308), 1))
        .isInstanceOf(UnscorableException.class);
    assertThatThrownBy(() -> Histogram.edges(Samples.range(1e300, 1e300), 1))
        .isInstanceOf(UnscorableException.class);
  }

  private static int highestAtOrBelow(double x, double[] edges) {
    int bin = edges.length - 2;
    while (edges[bin] > x) {
      bin--;
    }
    return bin;
  }
}
