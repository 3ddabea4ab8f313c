package io.credence.messages;

import java.io.Serializable;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** How the values of a topic's messages are encoded, as the query of its location says. */
public sealed interface Encoding extends Serializable {

  /** JSON objects. */
  record Json() implements Encoding {}

  /**
   * Avro records, bare: their schema is in a file.
   *
   * @param schema a local file, an .avsc
   */
  record AvroFile(String schema) implements Encoding {}

  /**
   * Avro records behind the number of their schema in a registry, as Confluent's serializers frame
   * them.
   *
   * @param url where the registry's Confluent-compatible API begins
   */
  record AvroRegistry(URI url) implements Encoding {}

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
}
