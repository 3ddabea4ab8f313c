package io.credence.messages;

/** Messages that are JSON objects. */
record JsonInput() implements MessageInput {

  @Override
  public MessageFormat to(Encoding output, String topic) {
    if (output instanceof Encoding.Json) {
      return new JsonFormat();
    }
    throw new IllegalArgumentException(
        "'?format=avro': JSON has no schema to which the score could be added; messages that are"
            + " read as JSON are written as ?format=json");
  }
}
