package io.credence.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.credence.draws.DrawColumn;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Log-densities, distribution functions and quantiles, against functions.tsv of functions.py. The
 * error is relative, for log-densities below 1 absolute.
 */
class DistributionFunctionsTest {

  private static final double TOLERANCE = 1e-11;

  static Stream<String> reference() throws IOException {
    return ReferenceLines.of("functions.tsv");
  }

  @ParameterizedTest
  @MethodSource("reference")
  void areThoseOfSciPy(String line) {
    String[] columns = line.split("\t", -1);
    assertFunction(columns, "logDensity", columns[4], columns[5]);
    assertFunction(columns, "cdf", columns[4], columns[6]);
    assertFunction(columns, "survival", columns[4], columns[7]);
    if (!columns[3].isEmpty()) {
      assertFunction(columns, "quantile", columns[2], columns[3]);
    }
  }

  private static void assertFunction(String[] columns, String function, String x, String value) {
    double expected = Double.parseDouble(value);
    double found = value(columns[0], columns[1], function, Double.parseDouble(x));
    double scale =
        Math.max(Math.abs(expected), function.equals("logDensity") ? 1 : expected == 0 ? 1e-4 : 0);
    if (found != expected) {
      assertThat(Math.abs(found - expected)).as(function).isLessThanOrEqualTo(TOLERANCE * scale);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "lognormal,0 1,logDensity,0,-Infinity",
    "lognormal,0 1,logDensity,-1,-Infinity",
    "lognormal,0 1,logDensity,Infinity,-Infinity",
    "lognormal,0 1,cdf,-1,0",
    "lognormal,0 1,cdf,Infinity,1",
    "lognormal,0 1,quantile,0,0",
    "lognormal,0 1,quantile,1,Infinity",
    "lognormal,0 1,cdf,NaN,NaN",
    "lognormal,0 1,logDensity,NaN,NaN",
    "normal,0 1,logDensity,Infinity,-Infinity",
    "normal,0 1,cdf,-Infinity,0",
    "normal,0 1,quantile,0,-Infinity",
    "normal,0 1,quantile,1.5,NaN",
    "normal,0 1,quantile,NaN,NaN",
    "normal,0 1,cdf,NaN,NaN",
    "student_t,5 0 1,logDensity,-Infinity,-Infinity",
    "student_t,5 0 1,cdf,Infinity,1",
    "student_t,5 0 1,quantile,1,Infinity",
    "student_t,5 0 1,quantile,0,-Infinity",
    "student_t,5 0 1,quantile,-0.5,NaN",
    "student_t,5 0 1,cdf,NaN,NaN",
    "gamma,0.5 1,logDensity,0,Infinity",
    "gamma,2 1,logDensity,0,-Infinity",
    "gamma,2 1,logDensity,-1,-Infinity",
    "gamma,2 1,logDensity,Infinity,-Infinity",
    "gamma,2 1,cdf,-1,0",
    "gamma,2 1,survival,-1,1",
    "gamma,2 1,quantile,0,0",
    "gamma,2 1,quantile,1,Infinity",
    "gamma,2 1,quantile,2,NaN",
    "gamma,2 1,logDensity,NaN,NaN",
    "beta,2 3,logDensity,1.5,-Infinity",
    "beta,1 3,logDensity,0,1.0986122886681096",
    "beta,2 3,cdf,1,1",
    "beta,2 3,quantile,1,1",
    "uniform,2 3,cdf,1,0",
    "uniform,2 3,survival,4,0",
    "triangular,0 1 0,logDensity,0,0.6931471805599453",
    "von_mises,0 1,cdf,4,1",
    "von_mises,0 1,logDensity,4,-Infinity",
    "wald,1 1 2,cdf,2,0",
    "poisson,3,logDensity,2.5,-Infinity",
    "poisson,3,logDensity,-1,-Infinity",
    "poisson,3,cdf,-1,0",
    "poisson,3,cdf,Infinity,1",
    "poisson,3,quantile,0,0",
    "poisson,3,quantile,1,Infinity",
    "poisson,3,quantile,-0.1,NaN",
    "poisson,0,logDensity,0,0",
    "poisson,0,logDensity,1,-Infinity",
    "poisson,0,cdf,0,1",
    "poisson,0,quantile,0.999,0",
    "poisson,3,cdf,NaN,NaN",
    "bernoulli,0,logDensity,0,0",
    "bernoulli,1,logDensity,0,-Infinity",
    "bernoulli,1,quantile,0.001,1",
    "binomial,0 0.5,logDensity,0,0",
    "binomial,5 0,cdf,0,1",
    "binomial,5 1,cdf,4,0",
    "binomial,5 1,quantile,0.5,5",
    "binomial,5 0.5,quantile,1,5",
    "binomial,5 0.5,logDensity,6,-Infinity",
    "geometric,0.5,logDensity,0,-Infinity",
    "geometric,1,logDensity,1,0",
    "geometric,1,quantile,0.5,1",
    "zero_inflated_poisson,0 3,quantile,1,Infinity",
    "zero_inflated_poisson,0 3,cdf,0,1",
    "zero_inflated_poisson,1 1000,logDensity,0,-1000",
    "hurdle_poisson,0 3,logDensity,0,0",
    "hurdle_gamma,1 2 3,logDensity,0,-Infinity",
    "hurdle_gamma,0.5 2 3,cdf,0,0.5",
    "hurdle_gamma,0.5 2 3,quantile,0.25,0",
    "hurdle_gamma,0.5 2 3,cdf,-1,0",
    "discrete_uniform,0 9,quantile,0,0",
    "discrete_uniform,0 9,quantile,1,9",
    "beta_binomial,1 1 0,logDensity,0,0",
    "beta_binomial,1 1 9,cdf,9,1",
    "beta_binomial,1 1 9,cdf,-1,0"
  })
  void endsAreDefined(String name, String parameters, String function, double x, Double expected) {
    assertThat(Double.valueOf(value(name, parameters, function, x) + 0.0)).isEqualTo(expected);
  }

  private static double value(String name, String parameters, String function, double x) {
    Distribution distribution = Distributions.named(name).orElseThrow();
    DrawColumn[] columns =
        Stream.of(parameters.split(" ", -1))
            .map(Double::parseDouble)
            .map(DistributionFunctionsTest::second)
            .toArray(DrawColumn[]::new);
    Optional<DrawFunction> wanted =
        switch (function) {
          case "logDensity" -> distribution.logDensity();
          case "cdf" -> distribution.cdf();
          case "survival" -> distribution.survival();
          default -> distribution.quantile();
        };
    return wanted.orElseThrow().at(columns, 1, x);
  }

  /** A column whose second draw has the value. */
  private static DrawColumn second(double value) {
    DrawColumn column = new DrawColumn();
    column.set(new double[] {Double.NaN, Double.NaN, value}, 1);
    return column;
  }
}
