package io.credence.messages;

import io.credence.model.Model;
import io.credence.score.ScoreColumns;
import io.credence.score.ScoreSpec;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Messages that are Avro records: all of one schema, or each with the number of its schema in a
 * registry.
 */
final class AvroInput implements MessageInput {

  private static final long serialVersionUID = 1;

  /** As text: what a schema becomes when it is serialized loses its documentation. */
  private final @Nullable String schema;

  private final @Nullable URI registry;

  private AvroInput(@Nullable String schema, @Nullable URI registry) {
    this.schema = schema;
    this.registry = registry;
  }

  static AvroInput of(Schema schema) {
    return new AvroInput(schema.toString(), null);
  }

  static AvroInput of(URI registry) {
    return new AvroInput(null, registry);
  }

  /** The schema of all messages; none when a registry has them. */
  Optional<Schema> schema() {
    return schema == null ? Optional.empty() : Optional.of(new Schema.Parser().parse(schema));
  }

  /**
   * A line for each thing because of which no message could be scored: of a schema that is known,
   * what it lacks; or that the registry is away.
   *
   * @param settings of Kafka's clients, with the password of a registry
   */
  List<String> problems(Model model, ScoreSpec spec, Map<String, ?> settings) {
    return registry == null
        ? AvroFields.problems(schema().orElseThrow(), model, spec)
        : Registry.problems(registry, settings);
  }

  /**
   * A reader for a worker.
   *
   * @param fields what a model needs of a message
   * @param columns what is added
   * @param settings of Kafka's clients, with the password of a registry
   */
  AvroMessage open(List<String> fields, ScoreColumns columns, Map<String, ?> settings) {
    SchemaFinder schemas =
        registry == null
            ? new OneSchema(new KnownSchema(schema().orElseThrow(), columns))
            : new RegistrySchemas(new Registry(registry, settings), columns, Timer.SYSTEM);
    return new AvroMessage(schemas, fields, columns);
  }

  @Override
  public MessageFormat to(Encoding output, String topic) {
    return new AvroFormat(this, AvroOutput.of(this, output, topic));
  }
}
