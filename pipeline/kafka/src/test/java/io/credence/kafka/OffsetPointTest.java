package io.credence.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OffsetPointTest {

  @Test
  void words() {
    assertThat(OffsetPoint.start("committed").kind()).isEqualTo(OffsetPoint.Kind.COMMITTED);
    assertThat(OffsetPoint.start("earliest").kind()).isEqualTo(OffsetPoint.Kind.EARLIEST);
    assertThat(OffsetPoint.start("latest").kind()).isEqualTo(OffsetPoint.Kind.LATEST);
    assertThat(OffsetPoint.stop("latest").kind()).isEqualTo(OffsetPoint.Kind.LATEST);
  }

  @Test
  void times() {
    OffsetPoint point = OffsetPoint.start("2026-01-02T03:04:05Z");
    assertThat(point.kind()).isEqualTo(OffsetPoint.Kind.TIMESTAMP);
    assertThat(point.time()).isEqualTo(Instant.parse("2026-01-02T03:04:05Z"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "EARLIEST", "timestamp", "2026-01-02", "now"})
  void neither(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OffsetPoint.start(text))
        .withMessage(
            "must be committed, earliest, latest or a time in UTC such as 2026-11-20T06:00:00Z");
  }

  @Test
  void nothingEndsAtTheBeginning() {
    assertThatIllegalArgumentException().isThrownBy(() -> OffsetPoint.stop("earliest"));
  }

  @Test
  void nobodyKnowsTheOffsetOfATimeToCome() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OffsetPoint.stop("2999-01-01T00:00:00Z"))
        .withMessageStartingWith("is yet to come");
  }
}
