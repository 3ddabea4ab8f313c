package io.credence.messages.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.apache.avro.Schema;

/**
 * The schemas of which one in a registry is made: each has a subject of its own, and may be made of
 * others in turn. Anyone who may register one could let a worker ask for ever.
 */
final class SchemaReferences {

  private static final int MAX_SCHEMAS = 100;
  private static final int MAX_DEPTH = 20;

  /** Characters, all together: as many as one answer may have. */
  private static final int MAX_LENGTH = 16 << 20;

  /** A registry that is asked for a path. */
  interface Asked {
    JsonNode get(String path) throws IOException;
  }

  private final Asked registry;
  private final Schema.Parser parser;
  private final Set<String> done = new HashSet<>();
  private long length;

  /**
   * @param parser receives the schemas
   */
  SchemaReferences(Asked registry, Schema.Parser parser) {
    this.registry = registry;
    this.parser = parser;
  }

  /**
   * Parses all of which a schema is made.
   *
   * @throws IllegalArgumentException when there are too many, or one is none of Avro
   * @throws IOException when the registry does not say
   */
  void add(JsonNode schema) throws IOException {
    add(schema, 0);
  }

  private void add(JsonNode schema, int depth) throws IOException {
    for (JsonNode reference : schema.path("references")) {
      String path =
          "/subjects/%s/versions/%s"
              .formatted(
                  SchemaRegistry.encoded(reference.path("subject").asText()),
                  reference.path("version").asInt());
      if (done.add(path)) {
        require(depth < MAX_DEPTH && done.size() <= MAX_SCHEMAS);
        JsonNode part = registry.get(path);
        add(part, depth + 1);
        String text = part.path("schema").asText();
        length += text.length();
        require(length <= MAX_LENGTH);
        SchemaText.parse(text, parser);
      }
    }
  }

  private static void require(boolean bounded) {
    if (!bounded) {
      throw new IllegalArgumentException(
          "is made of more than %s others, in more than %s levels, or of more than %s characters"
              .formatted(MAX_SCHEMAS, MAX_DEPTH, MAX_LENGTH));
    }
  }
}
