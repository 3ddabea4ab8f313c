package io.credence.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** The order is that of Arrays.sort, to the bit. */
class CrowdSortTest {

  /** One for all tries, so that each meets the scratch memory of the one before. */
  private static final CrowdSort CROWD = new CrowdSort();

  @Provide
  Arbitrary<double[]> nasty() {
    return Samples.nasty();
  }

  @Property
  void ofAnything(@ForAll("nasty") double[] values) {
    assertSorts(values, 0, values.length);
  }

  @Property(tries = 200)
  void ofEverySizeAndOfAPart(
      @ForAll @IntRange(min = 0, max = 2000) int n,
      @ForAll @IntRange(min = 1, max = 1000) int different,
      @ForAll Random random) {
    double[] values = random.ints(n, 0, different).asDoubleStream().toArray();
    int from = random.nextInt(n + 1);
    assertSorts(values, from, from + random.nextInt(n - from + 1));
  }

  /** Half of them zeros, as behind a hurdle, of either sign. */
  @Property(tries = 200)
  void amongZeros(@ForAll Random random) {
    double[] zeros = {0.0, -0.0};
    double[] values = new double[300];
    Arrays.setAll(
        values, i -> random.nextBoolean() ? random.nextGaussian() : zeros[random.nextInt(2)]);
    assertSorts(values, 0, values.length);
  }

  @Example
  void ofRuns() {
    double[] values = new double[1000];
    Arrays.setAll(values, i -> i);
    assertSorts(values, 0, 1000);
    Arrays.setAll(values, i -> -i);
    assertSorts(values, 0, 1000);
    Arrays.setAll(values, i -> i % 100);
    assertSorts(values, 0, 1000);
  }

  private static void assertSorts(double[] values, int from, int to) {
    double[] expected = values.clone();
    Arrays.sort(expected, from, to);
    double[] sorted = values.clone();
    CROWD.sort(sorted, from, to);
    assertThat(sorted).isEqualTo(expected);
  }
}
