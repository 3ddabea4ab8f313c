package io.credence.summary;

import io.credence.deadletter.UnscorableException;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Arrays of samples for property tests, from what models give to what breaks a sort. */
final class Samples {

  private static final int MAX_SIZE = 400;

  private Samples() {}

  /** Any finite doubles: humps, ties, signed zeros, outliers, subnormals, the largest doubles. */
  static Arbitrary<double[]> nasty() {
    return Arbitraries.oneOf(
        moderate(),
        arrays(Arbitraries.doubles()),
        arrays(Arbitraries.longs().map(Double::longBitsToDouble).filter(Double::isFinite)),
        arrays(Arbitraries.of(-0.0, 0.0, Double.MIN_VALUE, -Double.MIN_VALUE)),
        arrays(Arbitraries.of(-Double.MAX_VALUE, -1.0, -0.0, 0.0, 1.0, Double.MAX_VALUE)),
        arrays(Arbitraries.longs().between(0, 5000).map(Double::longBitsToDouble)),
        withOutlier(1e300),
        withOutlier(-1e300));
  }

  /** Within 1e9 of zero and no closer than 1e-3 to each other unless equal: nothing overflows. */
  static Arbitrary<double[]> moderate() {
    return Arbitraries.oneOf(
        humps(), withOutlier(1e9), integers(), arrays(Arbitraries.of(-0.0, 0.0, 2.5)));
  }

  /** Whole numbers, so that sums and shifts are exact. */
  static Arbitrary<double[]> integers() {
    return arrays(Arbitraries.integers().between(-1000, 1000).map(Integer::doubleValue));
  }

  private static Arbitrary<double[]> humps() {
    return Arbitraries.randomValue(
        random ->
            random
                .doubles(1 + random.nextInt(MAX_SIZE))
                .map(ignored -> Math.rint(3000 + 1000 * random.nextGaussian()) / 1000)
                .toArray());
  }

  private static Arbitrary<double[]> withOutlier(double outlier) {
    return humps()
        .map(
            hump -> {
              hump[hump.length / 2] = outlier;
              return hump;
            });
  }

  private static Arbitrary<double[]> arrays(Arbitrary<Double> values) {
    return values.array(Double[].class).ofMinSize(1).ofMaxSize(MAX_SIZE).map(Samples::unboxed);
  }

  private static double[] unboxed(Double[] values) {
    return Arrays.stream(values).mapToDouble(Double::doubleValue).toArray();
  }

  static double[] sorted(double[] samples) {
    double[] sorted = samples.clone();
    Arrays.sort(sorted);
    return sorted;
  }

  static double[] shuffled(double[] samples, Random random) {
    double[] shuffled = samples.clone();
    for (int i = shuffled.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      double swapped = shuffled[i];
      shuffled[i] = shuffled[j];
      shuffled[j] = swapped;
    }
    return shuffled;
  }

  static Range range(double... samples) {
    Range range = new Range();
    try {
      range.find(samples, samples.length);
    } catch (UnscorableException e) {
      throw new IllegalArgumentException(e);
    }
    return range;
  }

  static BucketOrder order(double... samples) {
    Range range = range(samples);
    BucketOrder order = new BucketOrder();
    order.arrange(samples, samples.length, range.low(), range.high());
    return order;
  }
}
