package io.credence.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class BucketOrderTest {

  /** One for all tries, so that each meets the scratch memory of the one before. */
  private static final BucketOrder ORDER = new BucketOrder();

  @Provide
  Arbitrary<double[]> nasty() {
    return Samples.nasty();
  }

  @Property
  void equalsArraysSort(@ForAll("nasty") double[] values) {
    assertSorts(values);
  }

  @Property(tries = 200)
  void equalsArraysSortOnEverySizeAndSpread(
      @ForAll @IntRange(min = 1, max = 5000) int n,
      @ForAll @IntRange(min = 0, max = 400) int spread,
      @ForAll Random random) {
    assertSorts(generate(n, i -> random.nextGaussian() * Math.exp(spread * random.nextGaussian())));
  }

  @Example
  void zerosOfBothSigns() {
    assertSorts(1.0, 0.0, -0.0, -1.0, 0.0, -0.0);
    assertSorts(0.0, -0.0);
    assertSorts(0.0, -0.0, 1.0);
    assertSorts(-1.0, 0.0, -0.0);
  }

  @Example
  void rangeThatOverflows() {
    assertSorts(Double.MAX_VALUE, 1, -Double.MAX_VALUE, 0);
  }

  @Example
  void rangeOfSubnormalSize() {
    assertSorts(3 * Double.MIN_VALUE, 0, Double.MIN_VALUE, -0.0);
    assertSorts(1e-306, 0, 5e-307);
  }

  /** The largest finite scale: half of it still finds its bucket in bounds. */
  @Example
  void rangeAtTheEndOfWhatCanBeScaled() {
    double range = 15 / Double.MAX_VALUE;
    assertSorts(Math.nextUp(range), 0, range / 2);
    assertSorts(range, 0, range / 2);
    assertSorts(Math.nextDown(range), 0, range / 2);
  }

  @Example
  void oneOutlierAboveACloud() {
    Random random = new Random(1);
    assertSorts(generate(1000, i -> i == 500 ? 1e300 : random.nextGaussian()));
  }

  @Example
  void bucketsJustBelowAndAboveAClump() {
    Random random = new Random(1);
    for (int size = 30; size <= 35; size++) {
      int clump = size;
      assertSorts(generate(1000, i -> Math.floor(i / clump) * 100 + random.nextDouble()));
    }
  }

  @Example
  void moreValuesThanBuckets() {
    Random random = new Random(1);
    assertSorts(generate(1_500_000, i -> random.nextGaussian()));
  }

  @Example
  void ordersOnlyTheFirstNAndChangesNothing() {
    double[] values = {3, 1, 2, -7};
    BucketOrder order = new BucketOrder();

    order.arrange(values, 3, 1, 3);
    order.sort(0, 3);

    assertThat(Arrays.copyOf(order.values(), 3)).containsExactly(1, 2, 3);
    assertThat(values).containsExactly(3, 1, 2, -7);
  }

  @Property
  void theRanksThatAreAskedForAreInTheirPlaces(
      @ForAll("nasty") double[] values, @ForAll Random random) {
    int n = values.length;
    double[] sorted = Samples.sorted(values);
    ORDER.arrange(values, n, sorted[0], sorted[n - 1]);
    for (int i = 0; i < 3; i++) {
      int from = random.nextInt(n);
      int to = from + 1 + random.nextInt(n - from);
      ORDER.sort(from, to);
      for (int rank = from; rank < to; rank++) {
        assertThat(ORDER.values()[rank] == sorted[rank]).isTrue();
      }
    }
  }

  @Property
  void countsWhatLiesBelowALimit(
      @ForAll("nasty") double[] values, @ForAll @DoubleRange(min = 0, max = 1) double share) {
    int n = values.length;
    double[] sorted = Samples.sorted(values);
    double between = sorted[0] * (1 - share) + sorted[n - 1] * share;
    double limit = Math.max(sorted[0], Math.min(sorted[n - 1], between));
    ORDER.arrange(values, n, sorted[0], sorted[n - 1]);
    for (double each : new double[] {limit, values[0], sorted[n - 1]}) {
      assertThat(ORDER.countBelow(each))
          .isEqualTo((int) Arrays.stream(values).filter(x -> x < each).count());
    }
  }

  private static void assertSorts(double... values) {
    int n = values.length;
    double[] sorted = Samples.sorted(values);
    ORDER.arrange(values, n, sorted[0], sorted[n - 1]);
    ORDER.sort(0, n);
    for (int i = 0; i < n; i++) {
      // The sign of a zero is left open, as NumPy leaves it.
      assertThat(ORDER.values()[i] == sorted[i]).isTrue();
    }
  }

  private static double[] generate(int n, DoubleUnaryOperator value) {
    double[] values = new double[n];
    Arrays.setAll(values, i -> finite(value.applyAsDouble(i)));
    return values;
  }

  private static double finite(double value) {
    return Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, value));
  }
}
