package io.credence.messages.avro;

import io.credence.messages.JsonScore;
import io.credence.score.ScoreColumns;
import java.util.Map;

/** JSON objects of Avro records. */
record JsonOutput() implements AvroOutput {

  @Override
  public Writer open(ScoreColumns columns, Map<String, ?> settings) {
    JsonScore score = new JsonScore(columns);
    return (message, scored) -> score.appendedTo(message.json(), scored);
  }
}
