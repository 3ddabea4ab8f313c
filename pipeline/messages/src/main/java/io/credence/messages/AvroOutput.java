package io.credence.messages;

import io.credence.score.ScoreColumns;
import io.credence.score.Scored;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;

/** How messages that were read as Avro are written. */
interface AvroOutput extends Serializable {

  /** Writes messages on a worker. Not thread-safe. */
  interface Writer {

    /** The message that was read last, with its score. */
    byte[] write(AvroMessage message, Scored scored) throws IOException;
  }

  Writer open(ScoreColumns columns, Map<String, ?> settings);

  /** A line for each thing because of which nothing could be written. */
  default List<String> problems(Map<String, ?> settings) {
    return List.of();
  }

  /** Makes a schema known before a job starts; see {@link MessageFormat#publish}. */
  default void publish(Schema enriched) throws IOException {}

  /**
   * The output of an encoding.
   *
   * @throws IllegalArgumentException when it can't be written of such an input
   */
  static AvroOutput of(AvroInput input, Encoding encoding, String topic) {
    if (encoding instanceof Encoding.AvroRegistry registry) {
      return new RegisteredAvro(registry.url(), topic + "-value");
    }
    if (encoding instanceof Encoding.AvroFile file) {
      if (input.schema().isEmpty()) {
        throw new IllegalArgumentException(
            "'?schema=%s': messages whose schemas are in a registry have many; write them with"
                    .formatted(file.schema())
                + " registry=URL or as ?format=json");
      }
      return new BareAvro(new SchemaFile(file.schema()));
    }
    return new AvroAsJson();
  }
}
