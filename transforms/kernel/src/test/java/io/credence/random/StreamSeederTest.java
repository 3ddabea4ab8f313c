package io.credence.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StreamSeederTest {

  private static final byte[] DIGEST = new byte[32];

  /** The lines of stream.tsv, which stream.py beside it made. */
  static Stream<String> golden() throws IOException {
    try (InputStream in = StreamSeederTest.class.getResourceAsStream("stream.tsv")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8).lines();
    }
  }

  @ParameterizedTest
  @MethodSource("golden")
  void streamsAreThoseOfTheGoldenFile(String line) {
    String[] columns = line.split("\t", -1);
    byte[] digest = HexFormat.of().parseHex(columns[1]);
    StreamSeeder seeder = StreamSeeder.ofRecords(Long.parseLong(columns[0]), digest);
    SampleStreams streams = new SampleStreams();
    begin(seeder, parts(columns[2]), streams);
    for (String sample : columns[3].split(" ", -1)) {
      String[] numbers = sample.split("[:,]", -1);
      streams.at(Integer.parseInt(numbers[0]));
      for (int t = 1; t < numbers.length; t++) {
        assertThat(streams.nextLong()).isEqualTo(Long.parseUnsignedLong(numbers[t], 16));
      }
    }
  }

  @Test
  void nothingOfTheRecordBeforeRemains() {
    StreamSeeder seeder = StreamSeeder.ofRecords(0, DIGEST);
    stream(seeder, List.of("x".repeat(5000), 3L), 7);
    assertThat(stream(seeder, List.of(1L), 4))
        .containsExactly(stream(StreamSeeder.ofRecords(0, DIGEST), List.of(1L), 4));
  }

  @Test
  void anEffectIsNoRecord() {
    assertThat(stream(StreamSeeder.ofEffects(0, DIGEST), List.of(1L), 4))
        .doesNotContain(stream(StreamSeeder.ofRecords(0, DIGEST), List.of(1L), 4));
  }

  @Test
  void wholeRealsAreEncodedAsIntegers() {
    assertThat(stream(5.0)).containsExactly(stream(5L));
    assertThat(stream(-3.0)).containsExactly(stream(-3L));
    assertThat(stream(-0.0)).containsExactly(stream(0L));
    assertThat(stream(-0x1p62)).containsExactly(stream(-(1L << 62)));
  }

  @Test
  void realsBeyondTheRangeOfLongAreNotTakenForItsEnds() {
    assertThat(stream(0x1p63)).isNotEqualTo(stream(Long.MAX_VALUE));
    assertThat(stream(0x1p63)).isNotEqualTo(stream(0x1p64));
  }

  @Test
  void aNumberIsNoText() {
    assertThat(stream("5")).isNotEqualTo(stream(5L));
  }

  @Test
  void everyKindOfNaNIsTheSame() {
    assertThat(stream(Double.longBitsToDouble(0x7ff8000000000001L)))
        .containsExactly(stream(Double.NaN));
  }

  @Test
  void theEndOfALongTextCounts() {
    String text = "x".repeat(100_000);
    assertThat(stream(text + "a")).isNotEqualTo(stream(text + "b"));
  }

  @Test
  void seedAndNoiseIdCount() {
    byte[] other = DIGEST.clone();
    other[31] = 1;
    assertThat(
            Stream.of(
                    StreamSeeder.ofRecords(0, DIGEST),
                    StreamSeeder.ofRecords(1, DIGEST),
                    StreamSeeder.ofRecords(0, other))
                .map(seeder -> stream(seeder, List.of(1L), 1)[0]))
        .doesNotHaveDuplicates();
  }

  @Test
  void refusesANoiseIdOfAnotherLength() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StreamSeeder.ofRecords(0, new byte[31]))
        .withMessage("A noise id has 32 bytes, but this one has 31");
  }

  /** SHA-256 makes streams of different encodings differ, so equal ones show equal encodings. */
  @Property
  void keysEncodeAlikeExactlyWhenTheyAreEqual(
      @ForAll("keys") List<Object> one, @ForAll("keys") List<Object> other) {
    boolean alike =
        stream(StreamSeeder.ofRecords(0, DIGEST), one, 1)[0]
            == stream(StreamSeeder.ofRecords(0, DIGEST), other, 1)[0];
    assertThat(alike).isEqualTo(canonical(one).equals(canonical(other)));
  }

  @Provide
  Arbitrary<List<Object>> keys() {
    // Few values, so that equal keys and texts cut at another place are frequent.
    Arbitrary<Object> texts = Arbitraries.strings().withChars("as\0é").ofMaxLength(3).map(x -> x);
    Arbitrary<Object> integers = Arbitraries.longs().between(-2, 2).map(x -> x);
    Arbitrary<Object> reals = Arbitraries.of(-1.0, -0.0, 0.0, 0.5, 1.0, 1e300).map(x -> x);
    return Arbitraries.oneOf(texts, integers, reals).list().ofMaxSize(3);
  }

  private static List<Object> canonical(List<Object> key) {
    return key.stream().map(StreamSeederTest::canonical).toList();
  }

  private static Object canonical(Object part) {
    return part instanceof Double real && real == Math.rint(real) && Math.abs(real) < 1e18
        ? Long.valueOf(real.longValue())
        : part;
  }

  private static List<Object> parts(String written) {
    List<Object> parts = new ArrayList<>();
    for (String part : written.split(" ", -1)) {
      if (!part.isEmpty()) {
        parts.add(part(part));
      }
    }
    return parts;
  }

  private static Object part(String written) {
    String value = written.substring(2);
    return switch (written.charAt(0)) {
      case 'i' -> Long.valueOf(value);
      case 'd' -> Double.valueOf(value);
      default -> new String(HexFormat.of().parseHex(value), StandardCharsets.UTF_8);
    };
  }

  private static long[] stream(Object part) {
    return stream(StreamSeeder.ofRecords(0, DIGEST), List.of(part), 4);
  }

  private static long[] stream(StreamSeeder seeder, List<Object> parts, int n) {
    SampleStreams stream = new SampleStreams();
    begin(seeder, parts, stream);
    return LongStream.generate(stream::nextLong).limit(n).toArray();
  }

  private static void begin(StreamSeeder seeder, List<Object> parts, SampleStreams stream) {
    seeder.begin();
    for (Object part : parts) {
      if (part instanceof Long integer) {
        seeder.add(integer);
      } else if (part instanceof Double real) {
        seeder.add(real);
      } else {
        seeder.add((String) part);
      }
    }
    seeder.seed(stream);
  }
}
