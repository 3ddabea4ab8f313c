package io.credence.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SummarySpecTest {

  private static final SummarySpec DEFAULTS = SummarySpec.defaults();

  @Test
  void defaults() {
    assertThat(DEFAULTS.hdiProbabilities()).containsExactly(0.95);
    assertThat(DEFAULTS.etiProbabilities()).isEmpty();
    assertThat(DEFAULTS.thresholds()).isEmpty();
    assertThat(DEFAULTS.bins()).isEqualTo(10);
  }

  @Test
  void withersCopyInAnyOrder() {
    SummarySpec one = DEFAULTS.withHdi(0.5, 0.9).withEti(0.8).withExceedance(15, -1).withBins(0);
    SummarySpec other = DEFAULTS.withBins(0).withExceedance(15, -1).withEti(0.8).withHdi(0.5, 0.9);

    assertThat(one).isEqualTo(other).hasSameHashCodeAs(other).isNotEqualTo(DEFAULTS);
    assertThat(one).isNotEqualTo(one.withExceedance(-1, 15));
    assertThat(one).asString().contains("hdi=[0.5, 0.9]", "thresholds=[15.0, -1.0]", "bins=0");
  }

  @Test
  void nobodyCanWriteToIt() {
    double[] probabilities = {0.5};
    SummarySpec spec = DEFAULTS.withHdi(probabilities);
    probabilities[0] = 7;
    spec.hdiProbabilities()[0] = 7;

    assertThat(spec.hdiProbabilities()).containsExactly(0.5);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -0.5, 95, Double.NaN, Double.POSITIVE_INFINITY})
  void probabilitiesLieBetweenZeroAndOne(double probability) {
    assertRefused("HDI must lie in (0, 1)", () -> DEFAULTS.withHdi(0.5, probability));
    assertRefused("ETI must lie in (0, 1)", () -> DEFAULTS.withEti(0.5, probability));
  }

  @Test
  void eachFigureIsAskedForOnce() {
    assertRefused("0.5 was repeated", () -> DEFAULTS.withHdi(0.5, 0.9, 0.5));
    assertRefused("0.5 was repeated", () -> DEFAULTS.withEti(0.5, 0.9, 0.5));
    assertRefused("was repeated", () -> DEFAULTS.withExceedance(0.0, -0.0));
  }

  @Test
  void otherLimits() {
    assertRefused("at least one", () -> DEFAULTS.withHdi());
    assertRefused("but was NaN", () -> DEFAULTS.withExceedance(1, Double.NaN));
    assertRefused("[0, 10000]", () -> DEFAULTS.withBins(-1));
    assertRefused("but was 10001", () -> DEFAULTS.withBins(10_001));
  }

  @Test
  void survivesJavaSerialization() throws IOException, ClassNotFoundException {
    SummarySpec spec = DEFAULTS.withEti(0.8).withExceedance(15);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(spec);
    }

    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(in.readObject()).isEqualTo(spec);
    }
  }

  private static void assertRefused(String message, Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
