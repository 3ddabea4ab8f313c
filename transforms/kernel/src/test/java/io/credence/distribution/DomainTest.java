package io.credence.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.credence.draws.DrawColumn;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  @ParameterizedTest
  @CsvSource({
    "-0.1,0",
    "0,5",
    "1e-300,31",
    "0.5,31",
    "0.9999999999999999,31",
    "1,23",
    "1.0000000000000002,3",
    "NaN,0",
    "Infinity,0"
  })
  void endsAreOpenOrClosed(double value, int domains) {
    Domain[] all = {
      Domain.NON_NEGATIVE,
      Domain.POSITIVE,
      Domain.UNIT_INTERVAL,
      Domain.OPEN_UNIT_INTERVAL,
      Domain.POSITIVE_UNIT_INTERVAL
    };
    int[] bits = {1, 2, 4, 8, 16};
    int found = 0;
    for (int i = 0; i < all.length; i++) {
      found |= all[i].firstOutside(Columns.all(value)[0], 1) == Domain.NONE ? bits[i] : 0;
    }
    assertThat(found).isEqualTo(domains);
  }

  @ParameterizedTest
  @CsvSource({
    "0,true,true",
    "-3,true,false",
    "7,true,true",
    "0.5,false,false",
    "9007199254740992,true,true",
    "1e16,false,false",
    "-1e16,false,false",
    "NaN,false,false",
    "Infinity,false,false"
  })
  void wholeNumbersEndWhereDoublesHaveGaps(double value, boolean integer, boolean count) {
    assertThat(Domain.INTEGER.firstOutside(Columns.all(value)[0], 1) == Domain.NONE)
        .isEqualTo(integer);
    assertThat(Domain.COUNT.firstOutside(Columns.all(value)[0], 1) == Domain.NONE).isEqualTo(count);
  }

  private static boolean contains(Domain domain, double value) {
    DrawColumn column = new DrawColumn();
    column.set(new double[] {0.5, 1, value}, 1);
    int outside = domain.firstOutside(column, 2);
    assertThat(outside).isIn(Domain.NONE, 1);
    return outside == Domain.NONE;
  }
}
