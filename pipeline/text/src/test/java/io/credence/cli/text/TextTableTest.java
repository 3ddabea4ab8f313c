package io.credence.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Columns stay columns, whatever is in their cells. */
class TextTableTest {

  private static List<String> column(String... cells) {
    TextTable table = new TextTable(List.of("name", "x"));
    for (String cell : cells) {
      table.add(List.of(cell, "1"));
    }
    return table.lines();
  }

  @Test
  void alignedToTheRight() {
    assertThat(column("a", "abcdef")).containsExactly("  name  x", "     a  1", "abcdef  1");
  }

  @Test
  void lettersThatTakeTwoColumnsAndMarksThatTakeNone() {
    assertThat(column("東京タワー", "e\u0301", "한국"))
        .containsExactly("      name  x", "東京タワー  1", "         e\u0301  1", "      한국  1");
  }

  @Test
  void whatMovesTheCursor() {
    assertThat(column("a\n\u001b[A")).containsExactly("       name  x", "a\\n\\u001b[A  1");
  }

  @Test
  void cellsThatAreTooLong() {
    assertThat(column("a".repeat(60)).get(1)).startsWith("a".repeat(60) + "  1");
    assertThat(column("a".repeat(61)).get(1)).startsWith("a".repeat(59) + "…  1");
    assertThat(column("😀".repeat(1 << 20)).get(1)).isEqualTo("😀".repeat(29) + "…  1");
  }
}
