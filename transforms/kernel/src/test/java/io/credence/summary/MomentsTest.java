package io.credence.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class MomentsTest {

  private static final MathContext EXACT_ENOUGH = new MathContext(60);

  @Provide
  Arbitrary<double[]> moderate() {
    return Samples.moderate();
  }

  @Provide
  Arbitrary<double[]> integers() {
    return Samples.integers();
  }

  /** The error of the mean is measured against the largest value, since the mean may be 0. */
  @Property
  void agreeWithArithmeticOf60Digits(@ForAll("moderate") double[] samples) {
    Moments moments = reduce(samples);

    double largest = Arrays.stream(samples).map(Math::abs).max().orElseThrow();
    assertThat(moments.mean()).isCloseTo(exactMean(samples).doubleValue(), within(1e-14 * largest));
    if (samples.length > 1) {
      double sd = exactSd(samples);
      assertThat(moments.sd()).isCloseTo(sd, within(1e-13 * sd));
    }
  }

  @Property
  void aPowerOfTwoPassesThroughExactly(
      @ForAll("moderate") double[] samples, @ForAll @IntRange(min = -900, max = 900) int power) {
    Moments moments = reduce(samples);
    Moments scaled = reduce(Arrays.stream(samples).map(x -> Math.scalb(x, power)).toArray());

    assertThat(scaled.mean()).isEqualTo(Math.scalb(moments.mean(), power));
    assertThat(scaled.sd()).isEqualTo(boxed(Math.scalb(moments.sd(), power)));
  }

  @Property
  void anOffsetDoesNotTouchTheSpread(
      @ForAll("integers") double[] samples, @ForAll @IntRange int offset) {
    Moments shifted = reduce(Arrays.stream(samples).map(x -> x + offset).toArray());

    assertThat(shifted.sd()).isEqualTo(boxed(reduce(samples).sd()));
  }

  @Example
  void aLargeOffsetCancelsExactly() {
    Moments moments = reduce(1e15 + 1, 1e15 + 2, 1e15 + 3);

    assertThat(moments.mean()).isEqualTo(1e15 + 2);
    assertThat(moments.sd()).isEqualTo(1);
  }

  @Example
  void neitherSquaresOfHugeValuesOverflowNorThoseOfTinyOnesVanish() {
    assertThat(reduce(-1e300, 0, 1e300).sd()).isCloseTo(1e300, within(1e285));
    assertThat(reduce(-1e-300, 0, 1e-300).sd()).isCloseTo(1e-300, within(1e-315));
    assertThat(reduce(-Double.MIN_VALUE, 0, Double.MIN_VALUE).sd()).isEqualTo(Double.MIN_VALUE);
  }

  @Example
  void theSumMayExceedTheLargestDouble() {
    assertThat(reduce(1.7e308, 1.7e308, 1.7e308).mean()).isEqualTo(1.7e308);
    assertThat(reduce(-1.7e308, 1.7e308).mean()).isZero();
  }

  @Example
  void equalValuesHaveNoSpreadAndASingleOneHasNone() {
    assertThat(reduce(0.1, 0.1, 0.1, 0.1, 0.1).mean()).isEqualTo(0.1);
    assertThat(reduce(0.1, 0.1, 0.1, 0.1, 0.1).sd()).isZero();
    assertThat(reduce(0.1).mean()).isEqualTo(0.1);
    assertThat(reduce(0.1).sd()).isNaN();
    assertThat(reduce(-0.0, 0.0).mean()).isZero();
  }

  private static Moments reduce(double... samples) {
    Moments moments = new Moments();
    moments.reduce(
        samples,
        samples.length,
        Samples.sorted(samples)[samples.length / 2],
        Samples.range(samples));
    return moments;
  }

  /** So that the NaN of a single sample equals NaN. */
  private static Double boxed(double value) {
    return value;
  }

  private static BigDecimal exactMean(double[] samples) {
    return Arrays.stream(samples)
        .mapToObj(BigDecimal::new)
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .divide(BigDecimal.valueOf(samples.length), EXACT_ENOUGH);
  }

  private static double exactSd(double[] samples) {
    BigDecimal mean = exactMean(samples);
    return Arrays.stream(samples)
        .mapToObj(x -> new BigDecimal(x).subtract(mean).pow(2))
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .divide(BigDecimal.valueOf(samples.length - 1L), EXACT_ENOUGH)
        .sqrt(EXACT_ENOUGH)
        .doubleValue();
  }
}
