package io.credence.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyShareTest {

  private static final int KEYS = 20_000;

  private static long in(KeyShare share) {
    return LongStream.range(0, KEYS).filter(share::has).count();
  }

  /** Of Python, as the docstring of the class has it. */
  @ParameterizedTest
  @CsvSource({
    "sales-2026-12,17,0.08129141734915996",
    "sales-2026-12,AA-1234,0.27840680795437134",
    "sales-2026-12,Zürich,0.17951998297771124",
    "other,17,0.21011981487250742",
    "sales-2026-12,-0.5,0.8885538723875319"
  })
  void aKeyIsWhereItsHashSays(String salt, String key, double place) {
    assertThat(new KeyShare(salt, place - 1e-9).has(key)).isFalse();
    assertThat(new KeyShare(salt, place + 1e-9).has(key)).isTrue();
  }

  private static Stream<Arguments> keysOfEachType() {
    double seventeen = 0.08129141734915996;
    double yes = 0.07063962577681004;
    return Stream.of(
        arguments(17L, seventeen),
        arguments(17.0, seventeen),
        arguments("17", seventeen),
        arguments(new BigDecimal("17.0"), seventeen),
        arguments(true, yes),
        arguments("true", yes),
        arguments(false, 0.787420753950496),
        arguments(1e16, 0.7760627633814966),
        arguments(-0.0, 0.225321800875595),
        arguments(-0.5, 0.8885538723875319),
        arguments(0.001, 0.7657024126281772),
        arguments(9999999.5, 0.8305606133390606));
  }

  /** Of Python's 17, 17.0, "17", True, 1e16 and so on, by the function of the docstring. */
  @ParameterizedTest
  @MethodSource("keysOfEachType")
  void aKeyOfAnyTypeIsWherePythonSays(Object key, double place) {
    assertThat(new KeyShare("sales-2026-12", place - 1e-9).has(key)).isFalse();
    assertThat(new KeyShare("sales-2026-12", place + 1e-9).has(key)).isTrue();
  }

  /** Four standard deviations of a binomial: wrong once in 15,000, and always the same. */
  @ParameterizedTest
  @ValueSource(doubles = {0.001, 0.05, 0.2, 0.5, 0.9})
  void holdsAboutSoManyKeys(double share) {
    double sd = Math.sqrt(KEYS * share * (1 - share));
    assertThat((double) in(new KeyShare("sales-1", share))).isCloseTo(KEYS * share, within(4 * sd));
  }

  @Test
  void noneAndAll() {
    assertThat(in(new KeyShare("s", 0))).isZero();
    assertThat(in(new KeyShare("s", Double.MIN_VALUE))).isZero();
    assertThat(in(new KeyShare("s", 1))).isEqualTo(KEYS);
    assertThat(in(new KeyShare("s", Math.nextDown(1.0)))).isEqualTo(KEYS);
  }

  @Test
  void aSmallerShareLiesWithinALargerOne() {
    List<Double> shares = List.of(0.0, 0.05, 0.2, 0.5, 1.0);
    for (long key = 0; key < KEYS; key++) {
      boolean before = false;
      for (double share : shares) {
        boolean now = new KeyShare("s", share).has(key);
        assertThat(now || !before).isTrue();
        before = now;
      }
    }
  }

  @Test
  void anotherSaltIsAnotherShare() {
    KeyShare one = new KeyShare("one", 0.5);
    KeyShare two = new KeyShare("two", 0.5);
    long both = LongStream.range(0, KEYS).filter(key -> one.has(key) && two.has(key)).count();
    assertThat((double) both).isCloseTo(KEYS / 4.0, within(4 * Math.sqrt(KEYS * 3 / 16.0)));
  }

  @Test
  void aKeyIsOneWhateverFormatDeliversIt() {
    for (long key = 0; key < 200; key++) {
      KeyShare share = new KeyShare("s", 0.5);
      boolean is = share.has(key);
      List<Object> same =
          List.of((int) key, (double) key, new BigDecimal(key).setScale(2), Long.toString(key));
      assertThat(same).allMatch(each -> share.has(each) == is);
    }
  }

  @Test
  void refusesWhatIsNoShare() {
    for (double share : new double[] {-0.1, 1.1, Double.NaN}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new KeyShare("s", share))
          .withMessage("share must be from 0 to 1, but is " + share);
    }
    assertThatIllegalArgumentException().isThrownBy(() -> new KeyShare("a\0b", 0.5));
  }

  @Test
  void whatIsNoKeyIsInNoShare() {
    assertThat(new KeyShare("s", 1).has(null)).isFalse();
    assertThat(new KeyShare("s", 1).has(new byte[] {1})).isFalse();
  }
}
