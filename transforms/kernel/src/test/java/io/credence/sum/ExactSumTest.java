package io.credence.sum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ExactSumTest {

  @Provide
  Arbitrary<List<Double>> values() {
    return Arbitraries.longs()
        .map(Double::longBitsToDouble)
        .filter(Double::isFinite)
        .edgeCases(
            edges ->
                edges.add(Double.MIN_VALUE, -Double.MIN_NORMAL, Double.MAX_VALUE, 0.0, -0.0, 1.0))
        .list()
        .ofMaxSize(30);
  }

  private static ExactSum sum(List<Double> values) {
    ExactSum sum = new ExactSum();
    values.forEach(sum::add);
    return sum;
  }

  private static ExactSum copy(ExactSum sum) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    sum.writeTo(new DataOutputStream(bytes));
    return ExactSum.readFrom(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
  }

  /** BigDecimal adds without rounding, and rounds to the nearest double once. */
  @Property(tries = 300)
  void isTheNearestDouble(@ForAll("values") List<Double> values) {
    BigDecimal exact =
        values.stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(sum(values).doubleValue()).isEqualTo(exact.doubleValue() + 0.0);
  }

  @Property(tries = 300)
  void anyOrderAndAnySplitGivesTheSame(@ForAll("values") List<Double> values, @ForAll long seed)
      throws IOException {
    List<Double> shuffled = new ArrayList<>(values);
    Collections.shuffle(shuffled, new Random(seed));
    int cut = new Random(seed).nextInt(values.size() + 1);
    ExactSum merged = copy(sum(shuffled.subList(0, cut)));
    merged.add(sum(shuffled.subList(cut, shuffled.size())));
    assertThat(merged).isEqualTo(sum(values));
    assertThat(copy(merged)).isEqualTo(merged);
    assertThat(merged.doubleValue()).isEqualTo(sum(values).doubleValue());
  }

  /** BigDecimal rounds nothing before the end either. */
  @Property(tries = 300)
  void squaredDeviationsAreExact(@ForAll("ordinary") List<Double> values) {
    ExactSum squares = new ExactSum();
    values.forEach(squares::addSquare);
    BigDecimal n = BigDecimal.valueOf(values.size());
    BigDecimal sum = values.stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal deviations =
        values.stream()
            .map(BigDecimal::new)
            .map(each -> each.multiply(n).subtract(sum).pow(2))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    double exact = deviations.divide(n.pow(2), MathContext.DECIMAL128).doubleValue();
    assertThat(sum(values).squaredDeviations(squares, values.size()))
        .isCloseTo(exact, within(4e-16 * exact));
  }

  /** Those whose squares a double holds to the last bit of what is cut off. */
  @Provide
  Arbitrary<List<Double>> ordinary() {
    return Arbitraries.doubles()
        .between(-1e100, 1e100)
        .filter(value -> value == 0 || Math.abs(value) > 1e-100)
        .list()
        .ofMinSize(1)
        .ofMaxSize(30);
  }

  @Test
  void whatCancelsIsNotLost() {
    assertThat(sum(List.of(1e300, 1.0, -1e300, 1e-300)).doubleValue()).isEqualTo(1.0);
    assertThat(sum(List.of(0.1, 0.2, -0.3)).doubleValue()).isEqualTo(2.7755575615628914e-17);
    assertThat(new ExactSum().doubleValue()).isZero();
  }

  @Test
  void aSumBeyondTheLargestDoubleComesBack() {
    ExactSum sum = sum(List.of(Double.MAX_VALUE, Double.MAX_VALUE));
    assertThat(sum.doubleValue()).isInfinite();
    sum.add(-Double.MAX_VALUE);
    assertThat(sum.doubleValue()).isEqualTo(Double.MAX_VALUE);
  }

  @Test
  void whatIsNotFiniteIsRefused() {
    assertThatThrownBy(() -> new ExactSum().add(Double.NaN)).hasMessageContaining("finite");
    assertThatThrownBy(() -> new ExactSum().add(Double.NEGATIVE_INFINITY))
        .hasMessageContaining("-Infinity");
  }

  @Test
  void bytesThatAreNoSumAreRefused() {
    byte[] bytes = {0, 0, 0, 0};
    assertThatThrownBy(
            () -> ExactSum.readFrom(new DataInputStream(new ByteArrayInputStream(bytes))))
        .isInstanceOf(IOException.class);
  }
}
