package io.credence.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credence.deadletter.DeadLetterCode;
import io.credence.deadletter.UnscorableException;
import java.math.BigDecimal;
import java.nio.CharBuffer;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeatureTest {

  private static final double INFINITY = Double.POSITIVE_INFINITY;

  private static Feature feature(FeatureType type) {
    return Feature.of("f", type, -INFINITY, INFINITY, List.of(), null);
  }

  private static Feature ranged(double min, double max) {
    return Feature.of("f", FeatureType.DOUBLE, min, max, List.of(), null);
  }

  private static Feature levels(FeatureType type, String... levels) {
    return Feature.of("f", type, -INFINITY, INFINITY, List.of(levels), null);
  }

  private static Feature withDefault(@Nullable Object value) {
    return Feature.of("f", FeatureType.DOUBLE, -INFINITY, INFINITY, List.of(), value);
  }

  private static void assertRejected(ThrowingCallable call, DeadLetterCode code, String message) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            UnscorableException.class,
            e -> {
              assertThat(e.code()).isEqualTo(code);
              assertThat(e.reason()).isEqualTo(message);
              assertThat(e.feature()).isEqualTo("f");
            });
  }

  @Test
  void presentValuesStayAsTheyAre() throws Exception {
    assertThat(withDefault(7.0).present(5)).isEqualTo(5);
  }

  @Test
  void missingValuesBecomeTheDefault() throws Exception {
    assertThat(withDefault(7.0).present(null)).isEqualTo(7.0);
  }

  @Test
  void missingValuesWithoutADefaultAreRejected() {
    assertRejected(
        () -> withDefault(null).present(null),
        DeadLetterCode.MISSING_FEATURE,
        "Feature 'f' is missing and has no default");
  }

  @Test
  void everyKindOfNumberIsADouble() throws Exception {
    Feature feature = feature(FeatureType.DOUBLE);
    assertThat(feature.number(3)).isEqualTo(3);
    assertThat(feature.number(3L)).isEqualTo(3);
    assertThat(feature.number(0.5f)).isEqualTo(0.5);
    assertThat(feature.number(new BigDecimal("0.1"))).isEqualTo(0.1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, INFINITY, -INFINITY})
  void notFiniteNumbersAreRejected(double value) {
    for (FeatureType type : List.of(FeatureType.DOUBLE, FeatureType.INT)) {
      assertRejected(
          () -> feature(type).number(value),
          DeadLetterCode.NOT_FINITE,
          "Feature 'f' must be finite, but is " + value);
    }
  }

  @Test
  void textIsNoNumber() {
    assertRejected(
        () -> feature(FeatureType.DOUBLE).number("12"),
        DeadLetterCode.WRONG_TYPE,
        "Feature 'f' must be a number, but is the text '12'");
  }

  /** Half a surrogate pair could not be written to the dead letters. */
  @Test
  void aLongTextIsCutBetweenCharacters() {
    assertRejected(
        () -> feature(FeatureType.DOUBLE).number("x".repeat(99) + "𝄞x"),
        DeadLetterCode.WRONG_TYPE,
        "Feature 'f' must be a number, but is the text '" + "x".repeat(99) + "…'");
    assertRejected(
        () -> feature(FeatureType.DOUBLE).number("x".repeat(98) + "𝄞x"),
        DeadLetterCode.WRONG_TYPE,
        "Feature 'f' must be a number, but is the text '" + "x".repeat(98) + "𝄞…'");
  }

  @Test
  void truthIsNoNumber() {
    assertRejected(
        () -> feature(FeatureType.DOUBLE).number(true),
        DeadLetterCode.WRONG_TYPE,
        "Feature 'f' must be a number, but is true");
  }

  @Test
  void otherObjectsAreShown() {
    assertRejected(
        () -> feature(FeatureType.INT).number(List.of(1, 2)),
        DeadLetterCode.WRONG_TYPE,
        "Feature 'f' must be a whole number, but is [1, 2]");
  }

  @Test
  void anIntMayArriveAsAReal() throws Exception {
    assertThat(feature(FeatureType.INT).number(3.0)).isEqualTo(3);
  }

  @Test
  void anIntMustBeWhole() {
    assertRejected(
        () -> feature(FeatureType.INT).number(3.5),
        DeadLetterCode.WRONG_TYPE,
        "Feature 'f' must be a whole number, but is 3.5");
  }

  @Test
  void truthIsOneOrZero() throws Exception {
    assertThat(feature(FeatureType.BOOL).number(true)).isEqualTo(1);
    assertThat(feature(FeatureType.BOOL).number(false)).isEqualTo(0);
  }

  @Test
  void aNumberIsNoTruth() {
    assertRejected(
        () -> feature(FeatureType.BOOL).number(1),
        DeadLetterCode.WRONG_TYPE,
        "Feature 'f' must be true or false, but is 1");
  }

  @Test
  void boundsBelongToTheRange() throws Exception {
    assertThat(ranged(0, 1).number(0)).isEqualTo(0);
    assertThat(ranged(0, 1).number(1)).isEqualTo(1);
  }

  @Test
  void messagesSayTheRange() {
    assertRejected(
        () -> ranged(0, 1).number(1.5),
        DeadLetterCode.OUT_OF_RANGE,
        "Feature 'f' must be from 0.0 to 1.0, but is 1.5");
    assertRejected(
        () -> ranged(0, INFINITY).number(-1),
        DeadLetterCode.OUT_OF_RANGE,
        "Feature 'f' must be >= 0.0, but is -1.0");
    assertRejected(
        () -> ranged(-INFINITY, 0).number(1),
        DeadLetterCode.OUT_OF_RANGE,
        "Feature 'f' must be <= 0.0, but is 1.0");
  }

  @Test
  void textsAreTakenFromAnyCharSequence() throws Exception {
    assertThat(levels(FeatureType.STRING, "a").text(CharBuffer.wrap("a"))).isEqualTo("a");
  }

  @Test
  void aNumberIsNoText() {
    assertRejected(
        () -> levels(FeatureType.STRING, "a").text(1),
        DeadLetterCode.WRONG_TYPE,
        "Feature 'f' must be a text, but is 1");
  }

  @Test
  void levelsAreNumberedInTheirOrder() {
    Feature texts = levels(FeatureType.STRING, "b", "a");
    assertThat(texts.level("b")).isEqualTo(0);
    assertThat(texts.level("a")).isEqualTo(1);
    assertThat(texts.level("c")).isEqualTo(Inputs.UNSEEN);
    assertThat(texts.level("A")).isEqualTo(Inputs.UNSEEN);
    assertThat(texts.level("")).isEqualTo(Inputs.UNSEEN);
  }

  @Test
  void levelsOfIntsAreFoundByTheirValue() {
    Feature ints = levels(FeatureType.INT, "10", "-3", "0");
    assertThat(ints.level(10.0)).isEqualTo(0);
    assertThat(ints.level(-3.0)).isEqualTo(1);
    assertThat(ints.level(0.0)).isEqualTo(2);
    assertThat(ints.level(-0.0)).isEqualTo(2);
    assertThat(ints.level(1.0)).isEqualTo(Inputs.UNSEEN);
  }

  @Test
  void longTextsInMessagesAreCut() {
    String text = "x".repeat(1_000_000);
    String cut = "x".repeat(100) + "…";
    assertRejected(
        () -> feature(FeatureType.DOUBLE).number(text),
        DeadLetterCode.WRONG_TYPE,
        "Feature 'f' must be a number, but is the text '" + cut + "'");
    assertRejected(
        () -> {
          throw levels(FeatureType.STRING, "a").unseen(text);
        },
        DeadLetterCode.UNSEEN_LEVEL,
        "Feature 'f' has the level " + cut + ", which the model was not trained on");
  }
}
