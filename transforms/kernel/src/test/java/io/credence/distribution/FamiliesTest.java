package io.credence.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FamiliesTest {

  @Test
  void areThreeSoFar() {
    assertThat(Families.names()).containsExactlyInAnyOrder("normal", "student_t", "lognormal");
  }

  @Test
  void unknownNamesYieldNothing() {
    assertThat(Families.named("Normal")).isEmpty();
  }

  // pymc 5: pm.Normal.dist(mu=0, sigma=None → 1), pm.LogNormal.dist(mu=0, sigma=None → 1),
  // pm.StudentT.dist(nu, mu=0, sigma=None → 1), by inspect.signature.
  @ParameterizedTest
  @CsvSource({"normal,'mu, sigma'", "lognormal,'mu, sigma'", "student_t,'nu, mu, sigma'"})
  void parametersStandInTheOrderOfPyMc(String family, String parameters) {
    List<String> names =
        Families.named(family).orElseThrow().parameters().stream().map(Parameter::name).toList();
    assertThat(String.join(", ", names)).isEqualTo(parameters);
  }

  @Test
  void onlyTheDegreesOfFreedomMustBeGiven() {
    List<Parameter> parameters = Families.named("student_t").orElseThrow().parameters();
    assertThat(parameters)
        .extracting(Parameter::defaultValue)
        .containsExactly(OptionalDouble.empty(), OptionalDouble.of(0), OptionalDouble.of(1));
  }
}
