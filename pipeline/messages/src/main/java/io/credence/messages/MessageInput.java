package io.credence.messages;

import java.io.IOException;
import java.io.Serializable;

/** The format of the messages that are read. */
public sealed interface MessageInput extends Serializable permits JsonInput, AvroInput {

  /**
   * The input of an encoding; a schema's file is read here, and travels as text.
   *
   * @throws IllegalArgumentException when the file has no schema of a record
   * @throws IOException when it can't be read
   */
  static MessageInput of(Encoding encoding) throws IOException {
    if (encoding instanceof Encoding.AvroFile file) {
      return AvroInput.of(new SchemaFile(file.schema()).read());
    }
    if (encoding instanceof Encoding.AvroRegistry registry) {
      return AvroInput.of(registry.url());
    }
    return new JsonInput();
  }

  /**
   * The format of a job that goes from topic to topic.
   *
   * @param output of the messages that are written
   * @param topic where they are written, whose name is part of their subject in a registry
   * @throws IllegalArgumentException when the two don't go together
   */
  MessageFormat to(Encoding output, String topic);
}
