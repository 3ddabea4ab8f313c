package io.credence.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.credence.draws.DrawColumn;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassDistributionTest {

  private static final int N = Math.max(100_000, SampledFigures.N);

  // scipy 1.17.1: differences of logistic(eta).cdf and norm(eta, sigma).cdf at the cutpoints.
  @ParameterizedTest
  @CsvSource({
    "categorical,0.2 0.5 0.3,0.2 0.5 0.3",
    "categorical,0 1 0,0 1 0",
    "ordered_logistic,0.5 -1 1 2,0.18242552380635635 0.44003380739549824 0.19511514499178906"
        + " 0.18242552380635635",
    "ordered_probit,0.5 -1 1 2,0.2266273523768682 0.3720789733060555 0.17466632194020804"
        + " 0.22662735237686826"
  })
  void samplesAreAsFrequentAsTheirProbabilities(String name, String parameters, String expected) {
    ClassDistribution distribution = distribution(name);
    String given = name.equals("ordered_probit") ? parameters + " 2" : parameters;
    DrawColumn[] columns = Columns.all(given, N);
    double[] sums = new double[distribution.classes(columns.length)];
    distribution.addProbabilities(columns, 1, sums);
    double[] counts = new double[sums.length];
    double[] out = new double[N];
    distribution.sample(columns, N, TestVariates.of(3), out);
    for (double each : out) {
      counts[(int) each]++;
    }
    String[] probabilities = expected.split(" ", -1);
    assertThat(probabilities).hasSameSizeAs(sums);
    for (int k = 0; k < sums.length; k++) {
      double p = Double.parseDouble(probabilities[k]);
      assertThat(sums[k]).isCloseTo(p, Offset.offset(1e-7));
      double log = distribution.logDensity().orElseThrow().at(columns, 0, k);
      assertThat(StrictMath.exp(log)).isCloseTo(p, Offset.offset(1e-7));
      // Six standard deviations: a false alarm for one seed in 500 million, each.
      assertThat(Math.abs(counts[k] - N * p)).isLessThanOrEqualTo(6 * Math.sqrt(N * p * (1 - p)));
    }
  }

  @Test
  void logitsBecomeProbabilitiesWhateverTheirSize() {
    double[][] first = new double[3][1];
    new Categorical()
        .parametrisations()
        .get(1)
        .conversion()
        .orElseThrow()
        .convert(Columns.all(1000, 1000, -1000), 1, first);
    assertThat(first).isDeepEqualTo(new double[][] {{0.5}, {0.5}, {0}});
  }

  @ParameterizedTest
  @CsvSource({
    "categorical,0.2 0.5 0.4,true",
    "categorical,0.2 0.5 0.300001,false",
    "ordered_logistic,0 1 0,true",
    "ordered_logistic,0 1 1,false",
    "ordered_probit,0 1 2 0.5,false"
  })
  void vectorsMustBeProbabilitiesOrAscend(String name, String parameters, boolean broken) {
    Relation relation = distribution(name).parametrisations().get(0).relations().get(0);
    assertThat(relation.firstBroken(Columns.all(parameters, 1), 1) == 0).isEqualTo(broken);
  }

  @Test
  void whatIsNoClassHasNoProbability() {
    DrawFunction log = new Categorical().logDensity().orElseThrow();
    DrawColumn[] columns = Columns.all(0.5, 0.5);
    assertThat(log.at(columns, 0, 2)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(log.at(columns, 0, 0.5)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(log.at(columns, 0, -1)).isEqualTo(Double.NEGATIVE_INFINITY);
  }

  @Test
  void theCdfOfOrderedClassesIsThatOfTheLatentVariateAtTheCutpoint() {
    DrawFunction cdf = Ordered.logistic().cdf().orElseThrow();
    DrawColumn[] columns = Columns.all(0.5, -1, 1, 2);
    assertThat(cdf.at(columns, 0, 1)).isCloseTo(0.6224593312018546, Offset.offset(1e-15));
    assertThat(cdf.at(columns, 0, 3)).isEqualTo(1);
    assertThat(cdf.at(columns, 0, -1)).isZero();
  }

  private static ClassDistribution distribution(String name) {
    return switch (name) {
      case "categorical" -> new Categorical();
      case "ordered_logistic" -> Ordered.logistic();
      default -> Ordered.probit();
    };
  }
}
