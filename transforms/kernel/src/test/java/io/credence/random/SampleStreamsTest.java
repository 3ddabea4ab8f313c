package io.credence.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;

import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whether samples, and the numbers within a sample, are independent of each other: sequences that
 * go through the streams in several orders, each tested for uniformity, for the dependence of two
 * and three successive numbers, for correlation and for collisions.
 *
 * <p>Each test yields a z value, which is normal in good approximation, and fails beyond 5. Chance
 * does that for 1 of 1.7 million, so the 120 tests would raise a false alarm for 1 of 14,000 seeds;
 * all seeds are fixed. {@code -Dcredence.random.log2=26} makes the sequences as long as 2^26.
 */
class SampleStreamsTest {

  private static final int LENGTH = 1 << Integer.getInteger("credence.random.log2", 18);
  private static final double CRITICAL = 5;

  static Stream<Named<Sequence>> sequences() {
    return Stream.of(
        named("first numbers of all samples", () -> acrossSamples(1, 0)),
        named("second numbers of all samples", () -> acrossSamples(1, 1)),
        named("ninth numbers of all samples", () -> acrossSamples(1, 8)),
        named("every 2nd sample", () -> acrossSamples(2, 0)),
        named("every 64th sample", () -> acrossSamples(64, 0)),
        named("every 1,000th sample", () -> acrossSamples(1000, 0)),
        named("three numbers of each sample", () -> samplewise(3)),
        named("one long sample", () -> samplewise(1 << 30)),
        named("sample i's second number, then sample i + 1's first", () -> staggered(1)),
        named("sample i's third number, then sample i + 2's first", () -> staggered(2)),
        named("first numbers of records with near keys", () -> acrossRecords(1)),
        named("two samples each of records with near keys", () -> acrossRecords(2)));
  }

  /** Makes the numbers anew for each test. */
  interface Sequence {
    LongSupplier start();
  }

  private static SampleStreams streams() {
    SampleStreams streams = new SampleStreams();
    StreamSeeder seeder = StreamSeeder.ofRecords(7, new byte[32]);
    seeder.begin();
    seeder.seed(streams);
    return streams;
  }

  private static LongSupplier acrossSamples(int step, int number) {
    SampleStreams streams = streams();
    int[] sample = {0};
    return () -> {
      streams.at(sample[0]);
      sample[0] += step;
      for (int t = 0; t < number; t++) {
        streams.nextLong();
      }
      return streams.nextLong();
    };
  }

  private static LongSupplier samplewise(int numbers) {
    SampleStreams streams = streams();
    int[] count = {0};
    return () -> {
      if (count[0] % numbers == 0) {
        streams.at(count[0] / numbers);
      }
      count[0]++;
      return streams.nextLong();
    };
  }

  private static LongSupplier staggered(int lag) {
    SampleStreams streams = streams();
    int[] count = {0};
    return () -> {
      int sample = count[0] / 2;
      boolean ahead = count[0]++ % 2 == 1;
      streams.at(ahead ? sample + lag : sample);
      for (int t = 0; !ahead && t < lag; t++) {
        streams.nextLong();
      }
      return streams.nextLong();
    };
  }

  private static LongSupplier acrossRecords(int samples) {
    SampleStreams streams = new SampleStreams();
    StreamSeeder seeder = StreamSeeder.ofRecords(7, new byte[32]);
    int[] count = {0};
    return () -> {
      if (count[0] % samples == 0) {
        seeder.begin();
        seeder.add((long) (count[0] / samples));
        seeder.seed(streams);
      }
      streams.at(count[0]++ % samples);
      return streams.nextLong();
    };
  }

  @ParameterizedTest
  @MethodSource("sequences")
  void highAndLowBitsAreUniform(Sequence sequence) {
    assertUniform(sequence, 1 << 12, x -> (int) (x.getAsLong() >>> 52));
    assertUniform(sequence, 1 << 12, x -> (int) x.getAsLong() & 0xfff);
    assertUniform(sequence, 1 << 12, x -> (int) (x.getAsLong() >>> 26) & 0xfff);
  }

  @ParameterizedTest
  @MethodSource("sequences")
  void successiveNumbersAreIndependent(Sequence sequence) {
    assertUniform(sequence, 1 << 12, x -> joined(2, 6, 58, x));
    assertUniform(sequence, 1 << 12, x -> joined(2, 6, 0, x));
    assertUniform(sequence, 1 << 12, x -> joined(3, 4, 60, x));
    assertUniform(sequence, 1 << 12, x -> joined(3, 4, 0, x));
  }

  /** Some bits of each of some successive numbers. */
  private static int joined(int numbers, int bits, int shift, LongSupplier x) {
    int joined = 0;
    for (int i = 0; i < numbers; i++) {
      int some = (int) (x.getAsLong() >>> shift) & ((1 << bits) - 1);
      joined = (joined << bits) | some;
    }
    return joined;
  }

  /** The bits in which two successive numbers differ: 32 on average, with variance 16. */
  @ParameterizedTest
  @MethodSource("sequences")
  void halfOfTheBitsChange(Sequence sequence) {
    LongSupplier x = sequence.start();
    double mean = 0;
    double variance = 0;
    int pairs = LENGTH / 2;
    for (int i = 0; i < pairs; i++) {
      long number = x.getAsLong();
      double excess = Long.bitCount(number ^ x.getAsLong()) - 32;
      mean += excess;
      variance += excess * excess;
    }
    assertThat(mean / Math.sqrt(16.0 * pairs)).as("mean").isBetween(-CRITICAL, CRITICAL);
    // A binomial of 64 trials has a fourth moment of 16 * 16 * 3 - 16 * 0.5, so this sd:
    double sd = Math.sqrt((3 * 256 - 8 - 256) * (double) pairs);
    assertThat((variance - 16.0 * pairs) / sd).as("variance").isBetween(-CRITICAL, CRITICAL);
  }

  @ParameterizedTest
  @MethodSource("sequences")
  void successiveNumbersAreUncorrelated(Sequence sequence) {
    LongSupplier x = sequence.start();
    double[] sums = new double[3];
    double[] last = new double[sums.length];
    for (int i = 0; i < LENGTH; i++) {
      double centred = x.getAsLong() * 0x1p-64;
      for (int lag = 0; lag < sums.length; lag++) {
        sums[lag] += centred * last[lag];
      }
      last[2] = last[1];
      last[1] = last[0];
      last[0] = centred;
    }
    for (double sum : sums) {
      assertThat(12 * sum / Math.sqrt(LENGTH)).isBetween(-CRITICAL, CRITICAL);
    }
  }

  /** Of 2^19 numbers, pairs with equal halves: 32 are expected, and their count is Poisson. */
  @ParameterizedTest
  @MethodSource("sequences")
  void collisionsAreAsFrequentAsChanceMakesThem(Sequence sequence) {
    assertThat(collisions(sequence, 0)).isBetween(32 - 25L, 32 + 32L);
    assertThat(collisions(sequence, 32)).isBetween(32 - 25L, 32 + 32L);
  }

  private static long collisions(Sequence sequence, int shift) {
    LongSupplier x = sequence.start();
    int[] sorted =
        IntStream.generate(() -> (int) (x.getAsLong() >>> shift)).limit(1 << 19).sorted().toArray();
    return IntStream.range(1, sorted.length).filter(i -> sorted[i] == sorted[i - 1]).count();
  }

  /** What a sampler gets does not depend on where the generator was before. */
  @Test
  void aSampleBeginsAtTheSameNumberAlways() {
    SampleStreams streams = streams();
    streams.at(5);
    long first = streams.nextLong();
    streams.nextLong();
    streams.at(4);
    streams.nextLong();
    streams.at(5);
    assertThat(streams.nextLong()).isEqualTo(first);
  }

  private interface Cell {
    int next(LongSupplier x);
  }

  /** Chi-squared, made normal by Wilson and Hilferty's cube root. */
  private static void assertUniform(Sequence sequence, int cells, Cell cell) {
    LongSupplier x = sequence.start();
    long[] counts = new long[cells];
    int n = LENGTH / 3;
    for (int i = 0; i < n; i++) {
      counts[cell.next(x)]++;
    }
    double expected = (double) n / cells;
    double chiSquared = 0;
    for (long count : counts) {
      chiSquared += (count - expected) * (count - expected) / expected;
    }
    double df = cells - 1;
    double spread = 2 / (9 * df);
    double z = (Math.cbrt(chiSquared / df) - (1 - spread)) / Math.sqrt(spread);
    assertThat(z).isBetween(-CRITICAL, CRITICAL);
  }
}
