package io.credence.messages.avro;

import io.credence.messages.schema.SchemaRegistry;
import io.credence.problem.Problems;
import io.credence.score.ScoreColumns;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;

/**
 * Records behind the number of their schema in a registry, which learns each schema before the
 * first message that has it.
 *
 * @param registry where its API begins
 * @param subject under which it keeps the schemas
 */
record RegisteredOutput(URI registry, String subject) implements AvroOutput {

  @Override
  public void check(Map<String, ?> settings, Problems problems) {
    SchemaRegistry.check(registry, settings, problems);
  }

  @Override
  public Writer open(ScoreColumns columns, Map<String, ?> settings) {
    SchemaRegistry ready = new SchemaRegistry(registry, settings);
    Map<Schema, byte[]> heads = new HashMap<>();
    return (message, scored) -> {
      Schema schema = message.enrichedSchema();
      byte[] head = heads.get(schema);
      if (head == null) {
        head = head(ready, schema);
        heads.put(schema, head);
      }
      return message.with(scored, head);
    };
  }

  private byte[] head(SchemaRegistry ready, Schema schema) throws IOException {
    return WireFormat.head(ready.register(subject, schema));
  }
}
