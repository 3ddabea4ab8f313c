package io.credence.messages.avro;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Arrays;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Assertions;

/** Digits are counted as Java's numbers have them, without making a number of them. */
class DecimalDigitsTest {

  private static boolean fit(BigInteger number, int padding, int digits) {
    byte[] shortest = number.toByteArray();
    byte[] bytes = new byte[1 + padding + shortest.length];
    Arrays.fill(bytes, (byte) number.signum() < 0 ? (byte) -1 : 0);
    System.arraycopy(shortest, 0, bytes, 1 + padding, shortest.length);
    return DecimalDigits.fit(bytes, 1, padding + shortest.length, digits);
  }

  @Property(tries = 2_000)
  void ofAnyNumber(
      @ForAll @Size(min = 1, max = 20) byte[] bytes,
      @ForAll @IntRange(min = 1, max = 50) int most) {
    BigInteger number = new BigInteger(bytes);
    assertThat(DecimalDigits.fit(bytes, 0, bytes.length, most))
        .isEqualTo(new BigDecimal(number).precision() <= most);
  }

  @Example
  void atEachPowerOfTen() {
    for (int digits = 1; digits <= DecimalDigits.MAX; digits++) {
      BigInteger beyond = BigInteger.TEN.pow(digits);
      for (int padding : new int[] {0, 1, 9}) {
        assertThat(fit(beyond, padding, digits)).isFalse();
        assertThat(fit(beyond.negate(), padding, digits)).isFalse();
        assertThat(fit(beyond.subtract(BigInteger.ONE), padding, digits)).isTrue();
        assertThat(fit(beyond.negate().add(BigInteger.ONE), padding, digits)).isTrue();
      }
    }
  }

  /** To count them by writing the number takes a quarter of a minute. */
  @Example
  void ofAMillionBytes() {
    byte[] bytes = new byte[1_000_000];
    Arrays.fill(bytes, (byte) 0x55);
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> assertThat(DecimalDigits.fit(bytes, 0, bytes.length, 1_000)).isFalse());
  }
}
