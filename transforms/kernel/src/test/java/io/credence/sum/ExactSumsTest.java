package io.credence.sum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
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

class ExactSumsTest {

  @Provide
  Arbitrary<List<Double>> values() {
    return Arbitraries.longs()
        .map(Double::longBitsToDouble)
        .filter(Double::isFinite)
        .edgeCases(
            edges ->
                edges.add(Double.MIN_VALUE, -Double.MIN_NORMAL, Double.MAX_VALUE, 0.0, -0.0, 1.0))
        .list()
        .ofMinSize(1)
        .ofMaxSize(30);
  }

  /** Sums of the values, of their opposites, and of ones. */
  private static ExactSums sums(List<Double> values) {
    ExactSums sums = new ExactSums(3);
    values.forEach(value -> sums.add(new double[] {value, -value, 1}));
    return sums;
  }

  private static double[] doubles(ExactSums sums) {
    double[] values = new double[sums.size()];
    sums.doubleValues(values);
    return values;
  }

  private static byte[] bytes(ExactSums sums) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    sums.writeTo(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  private static ExactSums copy(ExactSums sums) throws IOException {
    return ExactSums.readFrom(new DataInputStream(new ByteArrayInputStream(bytes(sums))));
  }

  /** BigDecimal adds without rounding, and rounds to the nearest double once. */
  @Property(tries = 500)
  void eachIsTheNearestDouble(@ForAll("values") List<Double> values) {
    double exact =
        values.stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add).doubleValue()
            + 0.0;
    assertThat(doubles(sums(values))).containsExactly(exact, 0.0 - exact, values.size());
  }

  @Property(tries = 300)
  void anyOrderAndAnySplitGivesTheSameBytes(
      @ForAll("values") List<Double> values, @ForAll long seed) throws IOException {
    List<Double> shuffled = new ArrayList<>(values);
    Collections.shuffle(shuffled, new Random(seed));
    int cut = shuffled.size() / 2;
    ExactSums merged = sums(shuffled.subList(0, cut));
    merged.add(copy(sums(shuffled.subList(cut, shuffled.size()))));
    assertThat(merged).isEqualTo(sums(values));
    assertThat(bytes(merged)).isEqualTo(bytes(sums(values)));
    assertThat(doubles(merged)).containsExactly(doubles(sums(values)));
  }

  @Test
  void aTieGoesToTheEvenOneUnlessMoreIsBelow() {
    double half = Math.scalb(1.0, -53);
    assertThat(doubles(sums(List.of(1.0, half)))[0]).isEqualTo(1.0);
    assertThat(doubles(sums(List.of(1.0, half, Double.MIN_VALUE)))[0]).isEqualTo(Math.nextUp(1.0));
    assertThat(doubles(sums(List.of(1.0, half, -Double.MIN_VALUE)))[0]).isEqualTo(1.0);
    assertThat(doubles(sums(List.of(Math.nextUp(1.0), half)))[0]).isEqualTo(1.0 + 4 * half);
  }

  @Test
  void manyAdditionsAndMergesCarry() {
    ExactSum one = new ExactSum();
    ExactSums all = new ExactSums(2);
    Random random = new Random(7);
    for (int part = 0; part < 300; part++) {
      ExactSums some = new ExactSums(2);
      for (int i = 0; i < part; i++) {
        double value = random.nextGaussian() * Math.scalb(1.0, random.nextInt(40));
        one.add(value);
        some.add(new double[] {value, -value});
      }
      all.add(some);
    }
    assertThat(doubles(all)).containsExactly(one.doubleValue(), -one.doubleValue());
  }

  @Test
  void whatIsLargestSumsToInfinity() {
    assertThat(doubles(sums(List.of(Double.MAX_VALUE, Double.MAX_VALUE))))
        .containsExactly(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 2);
    assertThat(doubles(sums(List.of(Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE)))[0])
        .isEqualTo(Double.MAX_VALUE);
  }

  /** What docs/aggregate.md says of memory. */
  @Test
  void usualSamplesTakeThreeDigits() {
    Random random = new Random(1);
    ExactSums sums = new ExactSums(1000);
    for (int record = 0; record < 1000; record++) {
      sums.add(random.doubles(1000, 50, 150).toArray());
    }
    assertThat(sums.bytes()).isLessThanOrEqualTo(24_000);
    ExactSums counts = new ExactSums(1000);
    counts.add(random.ints(1000, 0, 100).asDoubleStream().toArray());
    assertThat(counts.bytes()).isEqualTo(8_000);
  }

  @Test
  void whatIsNotFiniteIsRefused() {
    assertThatThrownBy(() -> new ExactSums(1).add(new double[] {Double.NaN}))
        .hasMessage("What is added must be finite, but is NaN");
    assertThatThrownBy(() -> new ExactSums(1).add(new ExactSums(2)))
        .hasMessage("There must be 1 sums to add, but there are 2");
  }

  @Test
  void bytesOfSomethingElseAreNoSums() {
    byte[] nonsense = {0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0};
    assertThatThrownBy(
            () -> ExactSums.readFrom(new DataInputStream(new ByteArrayInputStream(nonsense))))
        .isInstanceOf(IOException.class);
  }
}
