package io.credence.page.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.DoubleStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RangeTest {

  @Property
  void itHoldsAllFiniteValues(@ForAll double a, @ForAll double b) {
    Range range = Range.around(DoubleStream.of(a, b, Double.NaN, Double.POSITIVE_INFINITY));
    DoubleStream.of(a, b)
        .filter(Double::isFinite)
        .forEach(value -> assertThat(range.share(value)).isBetween(0.0, 1.0));
  }

  @Test
  void valuesThatAreAllTheSame() {
    assertThat(Range.around(DoubleStream.of(0))).isEqualTo(new Range(-1, 1));
    assertThat(Range.around(DoubleStream.of(20, 20))).isEqualTo(new Range(18, 22));
    assertThat(Range.around(DoubleStream.empty())).isEqualTo(new Range(0, 1));
  }

  @Test
  void theWidestOne() {
    Range range = Range.around(DoubleStream.of(-Double.MAX_VALUE, Double.MAX_VALUE));
    assertThat(range.share(0)).isEqualTo(0.5);
  }

  @Test
  void whatIsNone() {
    assertThatThrownBy(() -> new Range(1, 1)).hasMessage("An axis can't go from 1.0 to 1.0");
    assertThatThrownBy(() -> new Range(0, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
  }
}
