package io.credence.jobs.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinesTest {

  @Test
  void endWhereTheyBreakOrTheFileEnds() throws IOException {
    assertThat(lines("")).isEmpty();
    assertThat(lines("a")).containsExactly("a");
    assertThat(lines("a\n")).containsExactly("a");
    assertThat(lines("\na\n\nb")).containsExactly("", "a", "", "b");
  }

  @Test
  void mayBeLongerThanTheBuffer() throws IOException {
    String wide = "w".repeat(200_000);
    String atItsEdge = "e".repeat((1 << 16) - 1);
    assertThat(lines(atItsEdge + "\n" + wide + "\nb\n")).containsExactly(atItsEdge, wide, "b");
  }

  @Test
  void ofAnySizeTakeNoMoreThanTheLimit() throws IOException {
    byte[] huge = new byte[2 * Lines.MAX_BYTES + 2];
    huge[2 * Lines.MAX_BYTES] = '\n';
    try (Lines lines = new Lines(new ByteArrayInputStream(huge))) {
      assertThat(lines.next()).hasSize(Lines.MAX_BYTES + 1);
      assertThat(lines.next()).hasSize(1);
      assertThat(lines.next()).isNull();
    }
  }

  private static List<String> lines(String text) throws IOException {
    List<String> found = new ArrayList<>();
    try (Lines lines = new Lines(new ByteArrayInputStream(text.getBytes(UTF_8)))) {
      for (byte[] line = lines.next(); line != null; line = lines.next()) {
        found.add(new String(line, UTF_8));
      }
    }
    return found;
  }
}
