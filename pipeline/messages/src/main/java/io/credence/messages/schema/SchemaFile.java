package io.credence.messages.schema;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.apache.avro.Schema;

/**
 * A file with a schema, as Avro writes them in JSON.
 *
 * @param path where it is on the machine that starts a job
 */
public record SchemaFile(String path) implements Serializable {

  /**
   * Reads the schema.
   *
   * @throws IllegalArgumentException when there is none of a record
   * @throws IOException when the file can't be read
   */
  public Schema read() throws IOException {
    String text;
    try {
      text = Files.readString(Path.of(path));
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException("'?schema=" + path + "': there is no such file", e);
    }
    Schema schema;
    try {
      schema = SchemaText.parse(text, new Schema.Parser());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("'?schema=" + path + "' " + e.getMessage(), e);
    }
    if (schema.getType() != Schema.Type.RECORD) {
      throw new IllegalArgumentException(
          "'?schema=%s' must be the schema of a record, but is that of a %s"
              .formatted(path, schema.getType().getName()));
    }
    return schema;
  }

  /**
   * Writes a schema, or finds it there.
   *
   * @throws IllegalArgumentException when the file has another
   * @throws IOException when it can't be read or written
   */
  public void publish(Schema schema) throws IOException {
    if (!Files.exists(Path.of(path))) {
      Files.writeString(Path.of(path), schema.toString(true) + "\n");
    } else if (!read().equals(schema)) {
      throw new IllegalArgumentException(
          "'?schema=%s' has another schema than the messages that would be written; remove it, or"
                  .formatted(path)
              + " name another file");
    }
  }
}
