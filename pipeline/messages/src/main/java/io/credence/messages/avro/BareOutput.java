package io.credence.messages.avro;

import io.credence.messages.schema.SchemaFile;
import io.credence.score.ScoreColumns;
import java.io.IOException;
import java.util.Map;
import org.apache.avro.Schema;

/**
 * Bare records, all of one schema.
 *
 * @param file where readers find that schema
 */
record BareOutput(SchemaFile file) implements AvroOutput {

  private static final byte[] NO_HEAD = {};

  @Override
  public void publish(Schema enriched) throws IOException {
    file.publish(enriched);
  }

  @Override
  public Writer open(ScoreColumns columns, Map<String, ?> settings) {
    return (message, scored) -> message.with(scored, NO_HEAD);
  }
}
