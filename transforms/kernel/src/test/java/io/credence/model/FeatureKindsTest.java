package io.credence.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credence.deadletter.UnscorableException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Timestamps, vectors, and bools that arrive as numbers. */
class FeatureKindsTest {

  private static Feature timestamp(String unit) {
    return Feature.named("t", FeatureType.TIMESTAMP)
        .time(new TimeScale(unit, Instant.parse("2024-01-01T00:00:00Z")))
        .build();
  }

  @ParameterizedTest
  @CsvSource({
    "d, 2024-01-03, 2",
    "d, 2023-12-31T12:00:00, -0.5",
    "h, 2024-01-01T02:30:00Z, 2.5",
    "h, 2024-01-01T02:30:00+01:00, 1.5",
    "min, 2024-01-01T00:00:30-00:30, 30.5",
    "s, 2024-01-01T00:00:00.25Z, 0.25",
    "ms, 2024-01-01T00:00:00.25Z, 250",
  })
  void aTimestampIsSoManyUnitsSinceTheOrigin(String unit, String text, double expected)
      throws Exception {
    assertThat(timestamp(unit).number(text)).isEqualTo(expected);
  }

  @Test
  void datesAndTimesOfFilesAreTaken() throws Exception {
    assertThat(timestamp("d").number(LocalDate.of(2024, 1, 2))).isEqualTo(1);
    assertThat(timestamp("d").number(LocalDateTime.of(2024, 1, 2, 12, 0))).isEqualTo(1.5);
    assertThat(timestamp("d").number(Instant.parse("2024-01-02T06:00:00Z"))).isEqualTo(1.25);
  }

  @Test
  void aNumberIsNoTime() {
    assertThatThrownBy(() -> timestamp("d").number(19_724))
        .isInstanceOf(UnscorableException.class)
        .hasMessage(
            "Feature 't' must be a date or time, such as 2024-03-01T12:30:00Z, but is 19724");
    assertThatThrownBy(() -> timestamp("d").number("yesterday"))
        .hasMessageContaining("but is the text 'yesterday'");
  }

  @Test
  void aVectorHasAllItsNumbers() throws Exception {
    Feature vector = Feature.named("v", FeatureType.VECTOR).size(2).build();
    double[] numbers = new double[2];
    vector.vector(List.of(1, 2.5f), numbers);
    assertThat(numbers).containsExactly(1, 2.5);
    assertThatThrownBy(() -> vector.vector(List.of(1), numbers))
        .hasMessage("Feature 'v' must be a list of 2 numbers, but has 1");
    assertThatThrownBy(() -> vector.vector(Arrays.asList(1, null), numbers))
        .hasMessage("Feature 'v' must be a list of numbers, but has null at position 1");
    assertThatThrownBy(() -> vector.vector(List.of(1, Double.NaN), numbers))
        .hasMessage("Feature 'v' must be finite, but is NaN at position 1");
    assertThatThrownBy(() -> vector.vector(3, numbers))
        .hasMessage("Feature 'v' must be a list of 2 numbers, but is 3");
  }

  @Test
  void aBoolMayBeANumberWhereTheModelSaysSo() throws Exception {
    Feature lenient = Feature.named("b", FeatureType.BOOL).acceptsNumbers(true).build();
    assertThat(lenient.number(1)).isEqualTo(1);
    assertThat(lenient.number(false)).isEqualTo(0);
    assertThatThrownBy(() -> lenient.number(2))
        .hasMessage("Feature 'b' must be true, false, 1 or 0, but is 2");
    assertThatThrownBy(() -> Feature.named("b", FeatureType.BOOL).build().number(1))
        .hasMessage("Feature 'b' must be true or false, but is 1");
  }
}
