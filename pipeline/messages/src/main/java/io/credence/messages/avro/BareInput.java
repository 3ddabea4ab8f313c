package io.credence.messages.avro;

import io.credence.model.Model;
import io.credence.problem.Problems;
import io.credence.score.ScoreColumns;
import io.credence.score.ScoreSpec;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;

/**
 * Bare records, all of one schema.
 *
 * @param json the schema, as text: what a schema becomes when it is serialized loses its
 *     documentation
 */
record BareInput(String json) implements AvroInput {

  @Override
  public Optional<Schema> schema() {
    return Optional.of(parsed());
  }

  private Schema parsed() {
    return new Schema.Parser().parse(json);
  }

  @Override
  public void check(Model model, ScoreSpec spec, Map<String, ?> settings, Problems problems) {
    SchemaCheck.run(parsed(), model, spec, problems);
  }

  @Override
  public SchemaFinder open(ScoreColumns columns, Map<String, ?> settings) {
    return new OneSchema(new KnownSchema(parsed(), columns));
  }
}
