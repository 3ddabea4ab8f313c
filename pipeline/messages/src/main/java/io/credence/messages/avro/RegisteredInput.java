package io.credence.messages.avro;

import io.credence.messages.schema.SchemaRegistry;
import io.credence.model.Model;
import io.credence.problem.Problems;
import io.credence.score.ScoreColumns;
import io.credence.score.ScoreSpec;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;

/**
 * Records behind the number of their schema in a registry.
 *
 * @param registry where its API begins
 */
record RegisteredInput(URI registry) implements AvroInput {

  @Override
  public Optional<Schema> schema() {
    return Optional.empty();
  }

  @Override
  public void check(Model model, ScoreSpec spec, Map<String, ?> settings, Problems problems) {
    SchemaRegistry.check(registry, settings, problems);
  }

  @Override
  public SchemaFinder open(ScoreColumns columns, Map<String, ?> settings) {
    return new RegistrySchemas(new SchemaRegistry(registry, settings), columns, Timer.SYSTEM);
  }
}
