package io.credence.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/**
 * The figures are those of numpy 2.4: {@code numpy.histogram(x, edges, density=True)} with the
 * edges that stand here.
 */
class WholeBinsTest {

  private static Summary summary(int bins, double... samples) throws Exception {
    Summarizer any = Summarizer.of(SummarySpec.defaults());
    return any.ofIntegers(SummarySpec.defaults().withBins(bins)).summarize(samples, samples.length);
  }

  @Test
  void aBinForEachNumberWhereThatIsNotTooMany() throws Exception {
    Summary summary = summary(10, 0, 3, 1, 1, 0, 0, 1, 5);
    assertThat(summary.binEdges()).containsExactly(-0.5, 0.5, 1.5, 2.5, 3.5, 4.5, 5.5);
    assertThat(summary.density()).containsExactly(0.375, 0.375, 0, 0.125, 0, 0.125);
  }

  @Test
  void aTruthValueHasTwoBins() throws Exception {
    assertThat(summary(10, 1, 0, 1, 1).binEdges()).containsExactly(-0.5, 0.5, 1.5);
    assertThat(summary(10, 1, 0, 1, 1).density()).containsExactly(0.25, 0.75);
    assertThat(summary(10, 1, 1).binEdges()).containsExactly(0.5, 1.5);
    assertThat(summary(10, 1, 1).density()).containsExactly(1);
  }

  @Test
  void equallyManyNumbersInEachBinElse() throws Exception {
    // 23 numbers in at most 10 bins: 3 in each, so 8 bins.
    Summary summary = summary(10, -2, 20, 0, 1, 7);
    assertThat(summary.binEdges())
        .containsExactly(-2.5, 0.5, 3.5, 6.5, 9.5, 12.5, 15.5, 18.5, 21.5);
    assertThat(summary.density())
        .containsExactly(2 / 3.0 / 5, 1 / 3.0 / 5, 0, 1 / 3.0 / 5, 0, 0, 0, 1 / 3.0 / 5);
  }

  @Test
  void noMoreBinsThanAskedFor() throws Exception {
    for (int bins = 1; bins <= 12; bins++) {
      for (int high = 0; high < 40; high++) {
        double[] edges = summary(bins, 0, high).binEdges();
        assertThat(edges.length - 1).isBetween(1, bins);
        assertThat(edges[edges.length - 2]).isLessThan(high);
        assertThat(edges[edges.length - 1]).isGreaterThan(high);
      }
    }
    assertThat(summary(1, 3, 9).density()).containsExactly(1 / 7.0);
  }

  @Test
  void densitiesAddUpToOneForLargeCounts() throws Exception {
    double[] samples = new double[1000];
    Arrays.setAll(samples, i -> 1e7 + (i * 7919 % 1000) * 13.0);
    Summary summary = summary(10, samples);
    double width = summary.binEdges()[1] - summary.binEdges()[0];
    assertThat(width).isEqualTo(Math.rint(width));
    double mass = Arrays.stream(summary.density()).map(density -> density * width).sum();
    assertThat(mass).isEqualTo(1, org.assertj.core.api.Assertions.within(1e-12));
  }

  @Test
  void withoutBinsThereIsNone() throws Exception {
    assertThat(summary(0, 1, 2).binEdges()).isEmpty();
  }
}
