package io.credence.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DomainTest {

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void positiveExcludes(double value) {
    assertThat(Domain.POSITIVE.contains(value)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.MIN_VALUE, 1, Double.MAX_VALUE})
  void positiveContains(double value) {
    assertThat(Domain.POSITIVE.contains(value)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void realExcludes(double value) {
    assertThat(Domain.REAL.contains(value)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.MAX_VALUE, -Double.MAX_VALUE})
  void realContains(double value) {
    assertThat(Domain.REAL.contains(value)).isTrue();
  }
}
