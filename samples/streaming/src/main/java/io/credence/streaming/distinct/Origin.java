package io.credence.streaming.distinct;

/**
 * A stream, and a topic that it read.
 *
 * @param model the name of the model that scored: streams of several models may share an output
 * @param topic the topic that was read
 */
record Origin(String model, String topic) {

  /** Neither names of models nor those of topics have a slash. */
  static Origin parse(String text) {
    String[] parts = text.split("/", -1);
    if (parts.length != 2 || parts[0].isEmpty() || parts[1].isEmpty()) {
      throw new IllegalArgumentException("'" + text + "' must be MODEL/TOPIC");
    }
    return new Origin(parts[0], parts[1]);
  }

  @Override
  public String toString() {
    return model + "/" + topic;
  }
}
