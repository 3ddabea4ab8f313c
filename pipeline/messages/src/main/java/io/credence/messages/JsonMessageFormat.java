package io.credence.messages;

import io.credence.model.Model;
import io.credence.problem.Problems;
import io.credence.score.ScoreColumns;
import io.credence.score.ScoreSpec;
import java.util.List;
import java.util.Map;

/** JSON objects, which are written as they were read, with the score behind their fields. */
public record JsonMessageFormat() implements MessageFormat {

  /** Nothing is known before the first message: each object has the fields that it has. */
  @Override
  public void check(Model model, ScoreSpec spec, Map<String, ?> settings, Problems problems) {}

  @Override
  public void publish(ScoreColumns columns) {}

  @Override
  public MessageCodec open(List<String> fields, ScoreColumns columns, Map<String, ?> settings) {
    return new JsonMessageCodec(fields, columns);
  }
}
