package io.credence.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.credence.draws.DrawColumn;
import io.credence.random.SampleStreams;
import io.credence.random.StreamSeeder;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The samples of one record, to the bit. Changing them changes every user's output, which is a new
 * major version. noise.txt holds what this code yielded when the contract was made; {@link
 * DistributionSamplingTest} shows that such samples have the right distribution.
 */
class NoiseContractTest {

  private static final int N = 10;

  /** Lines such as {@code student_t 4.85 0 1: …}. */
  static Stream<String> golden() throws IOException {
    return ReferenceLines.of("noise.txt");
  }

  @ParameterizedTest
  @MethodSource("golden")
  void samplesAreThoseOfTheGoldenFile(String line) {
    int colon = line.indexOf(':');
    double[] expected =
        Stream.of(line.substring(colon + 2).split(" ", -1))
            .mapToDouble(Double::parseDouble)
            .toArray();
    assertThat(samples(line.substring(0, colon).split(" ", -1))).containsExactly(expected);
  }

  /** The samples of the record with key ("golden", 1), seed 0 and a noise id of zeros. */
  private static double[] samples(String[] call) {
    StreamSeeder seeder = StreamSeeder.ofRecords(0, new byte[32]);
    SampleStreams stream = new SampleStreams();
    seeder.begin();
    seeder.add("golden");
    seeder.add(1L);
    seeder.seed(stream);
    double[] out = new double[N];
    DrawColumn[] columns =
        Arrays.stream(call).skip(1).map(NoiseContractTest::column).toArray(DrawColumn[]::new);
    Distributions.named(call[0]).orElseThrow().sample(columns, N, new Variates(stream), out);
    return out;
  }

  private static DrawColumn column(String parameter) {
    double[] values = new double[N];
    Arrays.fill(values, Double.parseDouble(parameter));
    DrawColumn column = new DrawColumn();
    column.set(values, 0);
    return column;
  }
}
