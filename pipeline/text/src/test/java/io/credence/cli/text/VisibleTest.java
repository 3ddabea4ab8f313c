package io.credence.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a terminal must not obey is shown in place of being done. */
class VisibleTest {

  private final Visible visible = new Visible(StandardCharsets.UTF_8);

  @Test
  void letters() {
    for (String text : new String[] {"", "plain", "Zürich, 東京, مرحبا, हिन्दी, 😀 \\ \"'"}) {
      assertThat(visible.line(text)).isSameAs(text);
    }
  }

  @Test
  void escapeSequences() {
    assertThat(visible.line("a\u001b[2J\u001b[31mred\u0007\u009b0m\u007f\u0000b"))
        .isEqualTo("a\\u001b[2J\\u001b[31mred\\u0007\\u009b0m\\u007f\\u0000b");
  }

  @Test
  void lineBreaks() {
    String broken = "a\nb\rc\td\u0085e\u2028f\u2029g\u000bh";
    assertThat(visible.line(broken)).isEqualTo("a\\nb\\rc\\td\\u0085e\\u2028f\\u2029g\\u000bh");
    assertThat(visible.lines(broken)).isEqualTo("a\nb\\rc\td\\u0085e\\u2028f\\u2029g\\u000bh");
  }

  /** Marks of direction, and characters without a width. */
  @ParameterizedTest
  @ValueSource(
      chars = {
        '\u00ad', '\u061c', '\u200b', '\u200c', '\u200d', '\u200e', '\u200f', '\u202a', '\u202b',
        '\u202c', '\u202d', '\u202e', '\u2060', '\u2066', '\u2067', '\u2068', '\u2069', '\ufeff'
      })
  void whatIsNotSeen(char hidden) {
    assertThat(visible.line("a" + hidden + "b"))
        .isEqualTo("a\\u" + String.format(java.util.Locale.ROOT, "%04x", (int) hidden) + "b");
  }

  @Test
  void beyondTheFirstPlane() {
    assertThat(visible.line("a" + Character.toString(0xe0041))).isEqualTo("a\\u{e0041}");
    assertThat(visible.line("a\ud83d")).isEqualTo("a\\ud83d");
    assertThat(visible.line("\ude00a")).isEqualTo("\\ude00a");
  }

  @Test
  void aTerminalWithoutTheLetters() {
    assertThat(new Visible(StandardCharsets.US_ASCII).line("Zürich 😀"))
        .isEqualTo("Z\\u00fcrich \\u{1f600}");
    assertThat(new Visible(StandardCharsets.ISO_8859_1).line("Zürich …"))
        .isEqualTo("Zürich \\u2026");
  }

  @Test
  void whatLibrariesLog() {
    ByteArrayOutputStream screen = new ByteArrayOutputStream();
    PrintStream log =
        new PrintStream(
            new VisibleStream(screen, StandardCharsets.UTF_8), true, StandardCharsets.UTF_8);
    log.println("WARN topic é\u001b]0;x\u0007 is gone");
    log.println("\tat a.b");
    assertThat(screen.toString(StandardCharsets.UTF_8).lines())
        .containsExactly("WARN topic é\\u001b]0;x\\u0007 is gone", "\tat a.b");
  }
}
