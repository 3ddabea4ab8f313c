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
import net.jqwik.api.constraints.IntRange;

class BucketSortTest {

  /** One for all tries, so that each meets the scratch memory of the one before. */
  private static final BucketSort SORT = new BucketSort();

  @Provide
  Arbitrary<double[]> nasty() {
    return Samples.nasty();
  }

  @Property
  void equalsArraysSortBitForBit(@ForAll("nasty") double[] values) {
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
  void negativeZeroComesFirst() {
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
  void sortsOnlyTheFirstNAndChangesNothing() {
    double[] values = {3, 1, 2, -7};

    double[] sorted = new BucketSort().sort(values, 3);

    assertThat(Arrays.copyOf(sorted, 3)).containsExactly(1, 2, 3);
    assertThat(values).containsExactly(3, 1, 2, -7);
  }

  private static void assertSorts(double... values) {
    double[] sorted = Arrays.copyOf(SORT.sort(values, values.length), values.length);
    // Arrays.equals compares bits, where isEqualTo might let 0.0 pass for -0.0.
    assertThat(Arrays.equals(sorted, Samples.sorted(values))).isTrue();
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
