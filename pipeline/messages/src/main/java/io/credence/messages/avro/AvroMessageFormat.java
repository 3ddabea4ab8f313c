package io.credence.messages.avro;

import io.credence.messages.MessageCodec;
import io.credence.messages.MessageFormat;
import io.credence.messages.schema.SchemaFile;
import io.credence.model.Model;
import io.credence.problem.Problems;
import io.credence.score.ScoreColumns;
import io.credence.score.ScoreSpec;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;

/** Avro in, and Avro or JSON out: JSON, unless another output is chosen. */
public final class AvroMessageFormat implements MessageFormat {

  private static final long serialVersionUID = 1;

  private final AvroInput input;
  private final AvroOutput output;

  private AvroMessageFormat(AvroInput input, AvroOutput output) {
    this.input = input;
    this.output = output;
  }

  /** Reads bare records, all of one schema. */
  public static AvroMessageFormat of(Schema schema) {
    return new AvroMessageFormat(new BareInput(schema.toString()), new JsonOutput());
  }

  /**
   * Reads records behind the number of their schema in a registry.
   *
   * @param registry where its API begins
   */
  public static AvroMessageFormat of(URI registry) {
    return new AvroMessageFormat(new RegisteredInput(registry), new JsonOutput());
  }

  /**
   * Writes bare records.
   *
   * @param file where their readers find the schema
   * @throws IllegalArgumentException when those that are read have more than one schema
   */
  public AvroMessageFormat into(SchemaFile file) {
    if (input.schema().isEmpty()) {
      throw new IllegalArgumentException(
          "'?schema=%s': messages whose schemas are in a registry have many; write them with"
                  .formatted(file.path())
              + " registry=URL or as ?format=json");
    }
    return new AvroMessageFormat(input, new BareOutput(file));
  }

  /**
   * Writes records behind the number of their schema in a registry.
   *
   * @param registry where its API begins
   * @param topic whose name is part of the subject under which the registry keeps the schemas
   */
  public AvroMessageFormat into(URI registry, String topic) {
    return new AvroMessageFormat(input, new RegisteredOutput(registry, topic + "-value"));
  }

  @Override
  public void check(Model model, ScoreSpec spec, Map<String, ?> settings, Problems problems) {
    input.check(model, spec, settings, problems);
    output.check(settings, problems);
  }

  @Override
  public void publish(ScoreColumns columns) throws IOException {
    Optional<Schema> schema = input.schema();
    if (schema.isPresent()) {
      output.publish(EnrichedSchema.of(schema.get(), columns.columns()));
    }
  }

  @Override
  public MessageCodec open(List<String> fields, ScoreColumns columns, Map<String, ?> settings) {
    return new AvroMessageCodec(
        input.open(columns, settings), fields, columns, output.open(columns, settings));
  }
}
