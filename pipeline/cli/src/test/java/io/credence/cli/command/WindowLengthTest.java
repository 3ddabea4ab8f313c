package io.credence.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lengths of windows. */
class WindowLengthTest {

  @Test
  void secondsMinutesAndHours() {
    assertThat(WindowLength.parse("30s")).isEqualTo(Duration.ofSeconds(30));
    assertThat(WindowLength.parse("5m")).isEqualTo(Duration.ofMinutes(5));
    assertThat(WindowLength.parse("24h")).isEqualTo(Duration.ofDays(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "m", "-1m", "1.5m", "1d", "PT5M", "5 m", "9999999s"})
  void nothingElse(String text) {
    assertThatThrownBy(() -> WindowLength.parse(text))
        .hasMessage("must be a number of seconds, minutes or hours, such as 30s, 5m or 1h");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0s", "25h", "86401s"})
  void inRange(String text) {
    assertThatThrownBy(() -> WindowLength.parse(text)).hasMessage("must be from 1s to 24h");
  }
}
