package io.credence.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.credence.draws.DrawColumn;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DomainTest {

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void positiveExcludes(double value) {
    assertThat(contains(Domain.POSITIVE, value)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.MIN_VALUE, 1, Double.MAX_VALUE})
  void positiveContains(double value) {
    assertThat(contains(Domain.POSITIVE, value)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void realExcludes(double value) {
    assertThat(contains(Domain.REAL, value)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.MAX_VALUE, -Double.MAX_VALUE})
  void realContains(double value) {
    assertThat(contains(Domain.REAL, value)).isTrue();
  }

  private static boolean contains(Domain domain, double value) {
    DrawColumn column = new DrawColumn();
    column.set(new double[] {0.5, 1, value}, 1);
    int outside = domain.firstOutside(column, 2);
    assertThat(outside).isIn(Domain.NONE, 1);
    return outside == Domain.NONE;
  }
}
