package io.credence.draws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DrawColumnTest {

  @Test
  void readsFromItsOffsetOn() {
    DrawColumn column = new DrawColumn();
    column.set(new double[] {1, 2, 3, 4}, 2);
    assertThat(column.get(0)).isEqualTo(3);
    assertThat(column.get(1)).isEqualTo(4);
  }

  @Test
  void sharesTheArray() {
    double[] values = {1, 2};
    DrawColumn column = new DrawColumn();
    column.set(values, 0);
    values[1] = 5;
    assertThat(column.values()).isSameAs(values);
    assertThat(column.get(1)).isEqualTo(5);
  }
}
