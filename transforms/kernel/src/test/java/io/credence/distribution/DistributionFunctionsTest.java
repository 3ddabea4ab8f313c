package io.credence.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.credence.draws.DrawColumn;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Log-densities, distribution functions and quantiles, against functions.tsv of functions.py. */
class DistributionFunctionsTest {

  private static final double TOLERANCE = 1e-12;

  static Stream<String> reference() throws IOException {
    try (InputStream in = DistributionFunctionsTest.class.getResourceAsStream("functions.tsv")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8).lines();
    }
  }

  @ParameterizedTest
  @MethodSource("reference")
  void areThoseOfSciPy(String line) {
    String[] columns = line.split("\t", -1);
    double x = Double.parseDouble(columns[3]);
    double expected = Double.parseDouble(columns[4]);
    double found = value(columns[0], columns[1], columns[2], x);
    // A log-density near 0 is a difference of numbers of about 1.
    double scale = columns[2].equals("quantile") ? quantileScale(columns) : Math.abs(expected);
    double floor = columns[2].equals("logDensity") ? 1 : 0;
    assertThat(Math.abs(found - expected)).isLessThanOrEqualTo(TOLERANCE * Math.max(scale, floor));
  }

  /** Where location and scaled quantile nearly cancel, their digits are what counts. */
  private static double quantileScale(String[] columns) {
    double expected = Math.abs(Double.parseDouble(columns[4]));
    String[] parameters = columns[1].split(" ", -1);
    double location = Math.abs(Double.parseDouble(parameters[parameters.length - 2]));
    return columns[0].equals("lognormal") ? expected * Math.max(1, location) : expected + location;
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
    "student_t,5 0 1,cdf,NaN,NaN"
  })
  void endsAreDefined(String name, String parameters, String function, double x, Double expected) {
    assertThat(Double.valueOf(value(name, parameters, function, x))).isEqualTo(expected);
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
