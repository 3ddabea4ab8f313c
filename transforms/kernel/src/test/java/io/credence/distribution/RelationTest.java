package io.credence.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.credence.draws.DrawColumn;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelationTest {

  @ParameterizedTest
  @CsvSource({
    "uniform,'lower, upper',1 1,upper must be above lower",
    "uniform,'lower, upper',2 1,upper must be above lower",
    "uniform,'lower, upper',0 1,",
    "triangular,'lower, upper, c',0 1 1.5,c must be from lower to upper",
    "triangular,'lower, upper, c',0 1 -0.5,c must be from lower to upper",
    "triangular,'lower, upper, c',1 0 0.5,upper must be above lower",
    "triangular,'lower, upper, c',0 1 1,",
    "discrete_uniform,'lower, upper',3 2,upper must be at least lower",
    "discrete_uniform,'lower, upper',3 3,",
    "beta,'mu, sigma',0.5 0.5,sigma must be below sqrt(mu * (1 - mu))",
    "beta,'mu, sigma',0.001 0.5,sigma must be below sqrt(mu * (1 - mu))",
    "beta,'mu, sigma',0.5 0.4999,"
  })
  void holdBetweenParameters(String name, String parameters, String values, String broken) {
    Parametrisation parametrisation =
        Distributions.named(name).orElseThrow().parametrisations().stream()
            .filter(each -> String.join(", ", each.names()).equals(parameters))
            .findAny()
            .orElseThrow();
    DrawColumn[] columns =
        Stream.of(values.split(" ", -1)).map(Columns::of).toArray(DrawColumn[]::new);
    List<String> found =
        parametrisation.relations().stream()
            .filter(each -> each.firstBroken(columns, 1) == 0)
            .map(
                each ->
                    parametrisation.names().get(each.parameter()) + " must be " + each.condition())
            .toList();
    assertThat(found.isEmpty() ? null : found.get(0)).isEqualTo(broken);
  }
}
