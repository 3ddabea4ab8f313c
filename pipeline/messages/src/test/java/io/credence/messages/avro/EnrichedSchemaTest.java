package io.credence.messages.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.credence.score.ScoredColumn;
import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

/** What a schema keeps, and what it gets. */
class EnrichedSchemaTest {

  private static final List<ScoredColumn> COLUMNS =
      List.of(
          new ScoredColumn("y_pred", ScoredColumn.Type.DOUBLE),
          new ScoredColumn("edges", ScoredColumn.Type.DOUBLE_LIST),
          new ScoredColumn("n", ScoredColumn.Type.LONG),
          new ScoredColumn("name", ScoredColumn.Type.STRING),
          new ScoredColumn("unseen", ScoredColumn.Type.STRING_LIST));

  private static Schema parsed(String json) {
    return new Schema.Parser().parse(json);
  }

  @Test
  void keepsWhatItHas() {
    Schema input =
        parsed(
            """
            {"type": "record", "name": "Flight", "namespace": "air", "doc": "One", "owner": "me",
             "fields": [{"name": "a", "type": ["null", "int"], "default": null, "doc": "A",
                         "aliases": ["b"], "unit": "km"}]}
            """);
    Schema enriched = EnrichedSchema.of(input, COLUMNS);
    assertThat(enriched)
        .isEqualTo(
            parsed(
                """
                {"type": "record", "name": "Flight", "namespace": "air", "owner": "me",
                 "fields": [
                   {"name": "a", "type": ["null", "int"], "default": null, "unit": "km",
                    "aliases": ["b"]},
                   {"name": "y_pred", "type": "double"},
                   {"name": "edges", "type": {"type": "array", "items": "double"}},
                   {"name": "n", "type": "long"},
                   {"name": "name", "type": "string"},
                   {"name": "unseen", "type": {"type": "array", "items": "string"}}]}
                """));
    assertThat(enriched.getDoc()).isEqualTo("One");
    assertThat(enriched.getField("a").doc()).isEqualTo("A");
    assertThat(enriched.getField("a").aliases()).containsExactly("b");
  }

  @Test
  void aRecordThatContainsItselfGetsAnotherName() {
    Schema list =
        parsed(
            """
            {"type": "record", "name": "air.Leg", "fields": [
              {"name": "next", "type": ["null", {"type": "array", "items": "Leg"}]}]}
            """);
    Schema enriched = EnrichedSchema.of(list, COLUMNS);
    assertThat(enriched.getFullName()).isEqualTo("air.Leg_scored");
    assertThat(parsed(enriched.toString())).isEqualTo(enriched);
  }

  @Test
  void refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EnrichedSchema.of(Schema.create(Schema.Type.INT), COLUMNS))
        .withMessage("must be the schema of a record, but is that of a int");
    Schema clash =
        parsed(
            """
            {"type": "record", "name": "R", "fields": [{"name": "n", "type": "int"}]}
            """);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EnrichedSchema.of(clash, COLUMNS))
        .withMessage("has a field 'n' already, which scoring would add");
  }
}
