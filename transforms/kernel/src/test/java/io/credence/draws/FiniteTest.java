package io.credence.draws;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FiniteTest {

  @Test
  void extremesAreFinite() {
    double[] values = {Double.MAX_VALUE, -Double.MAX_VALUE, Double.MIN_VALUE, -0.0, 1};
    assertTrue(Finite.all(values, 0, values.length));
    assertTrue(Finite.all(values, 5, 0));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void oneThatIsNotIsFoundAtEachPlace(double value) {
    for (int place = 0; place < 11; place++) {
      double[] values = new double[11];
      values[place] = value;
      assertFalse(Finite.all(values, 0, 11));
    }
  }

  @Test
  void looksAtItsPartAlone() {
    double[] values = {Double.NaN, 1, 2, 3, 4, 5, Double.NaN};
    assertTrue(Finite.all(values, 1, 5));
    assertFalse(Finite.all(values, 0, 5));
    assertFalse(Finite.all(values, 1, 6));
  }
}
