package io.credence.jobs.late;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.CharBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.util.CoderUtils;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is kept of a key comes back to the bit. */
class KnownCoderTest {

  private static final List<Object> VALUES =
      Arrays.asList(
          null,
          true,
          false,
          17,
          -1L << 40,
          1.5f,
          -0.0,
          Double.NaN,
          new BigInteger("123456789012345678901234567890"),
          new BigDecimal("1.50"),
          "ä \uD83D\uDE00",
          List.of(1, 2.5, List.of()),
          Instant.parse("2026-01-01T00:00:00.000000001Z"),
          LocalDate.parse("2026-01-01"),
          LocalDateTime.parse("2026-01-01T00:00"),
          OffsetDateTime.parse("2026-01-01T00:00:00+02:00"));

  @Test
  void valuesOfAllKindsComeBack() throws Exception {
    Known known =
        new Known(
            List.of(new Prediction(17, VALUES), new Prediction(-1, List.of())),
            List.of(new Label(-1, 3, 1L << 40, List.of(Double.NaN, 1.0))));
    Known read = CoderUtils.clone(new KnownCoder(), known);
    assertThat(read).isEqualTo(known);
    assertThat(read.predictions().get(0).values().get(6)).isEqualTo(-0.0);
  }

  /** Text would be a level. */
  @Test
  void whatNoFeatureAcceptsStaysSuch() throws Exception {
    Object other = roundTrip(CharBuffer.wrap("a text"));
    assertThat(other).isEqualTo("a text");
    Object nested = roundTrip(Map.of("a", 1));
    assertThat(nested).isNotInstanceOf(CharSequence.class).hasToString("{a=1}");
    assertThat(roundTrip(nested)).isEqualTo(nested);
  }

  private static @Nullable Object roundTrip(@Nullable Object value) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    FieldValues.write(value, out);
    return FieldValues.read(new ByteArrayInputStream(out.toByteArray()));
  }

  @Test
  void bytesThatAreNoValueAreRefused() {
    for (byte[] bytes : List.of(new byte[0], new byte[] {99})) {
      assertThatThrownBy(() -> FieldValues.read(new ByteArrayInputStream(bytes)))
          .isInstanceOf(IOException.class)
          .hasMessage("These bytes are no value of a field");
    }
  }
}
