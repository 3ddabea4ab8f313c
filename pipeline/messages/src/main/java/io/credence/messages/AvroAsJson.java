package io.credence.messages;

import io.credence.score.ScoreColumns;
import io.credence.score.Scored;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** JSON objects of Avro records. */
record AvroAsJson() implements AvroOutput {

  @Override
  public Writer open(ScoreColumns columns, Map<String, ?> settings) {
    ScoredFields scores = new ScoredFields(columns);
    return (message, scored) -> write(message, scores, scored);
  }

  private static byte[] write(AvroMessage message, ScoredFields scores, Scored scored)
      throws IOException {
    String object = message.json();
    String fields = object.substring(0, object.length() - 1);
    String comma = fields.length() == 1 ? "" : ",";
    String added = new String(scores.write(scored), StandardCharsets.UTF_8);
    return (fields + comma + added + "}").getBytes(StandardCharsets.UTF_8);
  }
}
