package io.credence.messages.avro;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

/** A schema is as large as what a reader makes of it. */
class SchemaSizeTest {

  private static Schema parsed(String text) {
    return new Schema.Parser().parse(text);
  }

  /** A record of two of another, which has two of a third, and so on: 2^levels numbers. */
  static Schema doubling(int levels) {
    String inner = "\"int\"";
    for (int i = 0; i < levels; i++) {
      inner =
          """
          {"type": "record", "name": "R%s", "fields": [
            {"name": "a", "type": %s}, {"name": "b", "type": %s}]}
          """
              .formatted(i, inner, i == 0 ? "\"int\"" : "\"R%s\"".formatted(i - 1));
    }
    return parsed(inner);
  }

  @Test
  void ofATable() {
    String fields =
        IntStream.range(0, 5_000)
            .mapToObj("{\"name\": \"f%s\", \"type\": [\"null\", \"double\"]}"::formatted)
            .collect(Collectors.joining(","));
    Schema wide = parsed("{\"type\": \"record\", \"name\": \"R\", \"fields\": [" + fields + "]}");
    assertThatNoException().isThrownBy(() -> SchemaSize.requireBounded(wide));
  }

  @Test
  void ofOneThatContainsItself() {
    Schema tree =
        parsed(
            """
            {"type": "record", "name": "Tree", "fields": [
              {"name": "left", "type": ["null", "Tree"]},
              {"name": "right", "type": ["null", "Tree"]}]}
            """);
    assertThatNoException().isThrownBy(() -> SchemaSize.requireBounded(tree));
  }

  @Test
  void ofOneThatDoublesWithEachLevel() {
    assertThatNoException().isThrownBy(() -> SchemaSize.requireBounded(doubling(10)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SchemaSize.requireBounded(doubling(70)))
        .withMessage("has more than 100000 fields and types, each counted wherever it is named");
  }

  @Test
  void ofOneThatIsDeep() {
    String deep = "{\"type\": \"array\", \"items\": ".repeat(300) + "\"int\"" + "}".repeat(300);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SchemaSize.requireBounded(parsed(deep)))
        .withMessage("has types in more than 200 levels");
  }
}
