package io.credence.messages.encoding;

import io.credence.messages.JsonMessageFormat;
import io.credence.messages.MessageFormat;
import io.credence.messages.avro.AvroMessageFormat;
import io.credence.messages.schema.SchemaFile;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * How the values of a topic's messages are encoded, as the query of its location says. The encoding
 * of the input gives a format, {@link #asInput}; that of the output completes it, {@link
 * #asOutput}.
 */
public sealed interface Encoding {

  /**
   * Takes a query apart.
   *
   * @param query what follows the question mark, such as {@code format=avro&schema=flight.avsc};
   *     null where there is none, which means JSON
   * @throws IllegalArgumentException when it says something else; the message says what would do,
   *     and holds no password that may be in a URL
   */
  static Encoding parse(@Nullable String query) {
    return query == null ? new Json() : Query.parse(query).encoding();
  }

  /**
   * The format of messages that are read so, and are written as JSON.
   *
   * @throws IllegalArgumentException when a schema's file has no schema of a record
   * @throws IOException when it can't be read
   */
  MessageFormat asInput() throws IOException;

  /**
   * The format of messages that are written so.
   *
   * @param input how they are read
   * @param topic where they are written, whose name is part of their subject in a registry
   * @throws IllegalArgumentException when the two don't go together
   */
  MessageFormat asOutput(MessageFormat input, String topic);

  /** JSON objects. */
  record Json() implements Encoding {

    @Override
    public MessageFormat asInput() {
      return new JsonMessageFormat();
    }

    @Override
    public MessageFormat asOutput(MessageFormat input, String topic) {
      return input;
    }
  }

  /**
   * Avro records, bare: their schema is in a file, which is read before a job starts.
   *
   * @param schema a local file, an .avsc
   */
  record AvroFile(String schema) implements Encoding {

    @Override
    public MessageFormat asInput() throws IOException {
      return AvroMessageFormat.of(new SchemaFile(schema).read());
    }

    @Override
    public MessageFormat asOutput(MessageFormat input, String topic) {
      return avro(input).into(new SchemaFile(schema));
    }
  }

  /**
   * Avro records behind the number of their schema in a registry, as Confluent's serializers frame
   * them.
   *
   * @param url where the registry's Confluent-compatible API begins
   */
  record AvroRegistry(URI url) implements Encoding {

    @Override
    public MessageFormat asInput() {
      return AvroMessageFormat.of(url);
    }

    @Override
    public MessageFormat asOutput(MessageFormat input, String topic) {
      return avro(input).into(url, topic);
    }
  }

  private static AvroMessageFormat avro(MessageFormat input) {
    if (input instanceof AvroMessageFormat avro) {
      return avro;
    }
    throw new IllegalArgumentException(
        "'?format=avro': JSON has no schema to which the score could be added; messages that are"
            + " read as JSON are written as ?format=json");
  }
}
