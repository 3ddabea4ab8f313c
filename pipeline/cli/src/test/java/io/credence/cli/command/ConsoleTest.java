package io.credence.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A fault is a line, whatever it quotes. */
class ConsoleTest {

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final Console console = new Console(said, said, false);

  private List<String> lines() {
    return said.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void aLineStaysOne() {
    console.problems(List.of("--keyField=a\nAll is well\u001b[2K", "b"));
    assertThat(lines()).containsExactly("--keyField=a\\nAll is well\\u001b[2K", "b");
  }

  @Test
  void aValueThatIsOutOfHand() {
    String value = "é".repeat(1 << 20);
    console.problems(List.of("--keyField=" + value + ": is too long"));
    assertThat(lines())
        .singleElement()
        .asString()
        .startsWith("--keyField=éé")
        .contains("éé … (1,044,600 characters are left out) … éé")
        .endsWith("éé: is too long")
        .hasSizeLessThan(4_100);
  }

  @Test
  void moreFaultsThanAPersonReads() {
    console.problems(Collections.nCopies(40_001, "a"));
    assertThat(lines()).hasSize(101).endsWith("a", "… and 39,901 more faults");
  }
}
