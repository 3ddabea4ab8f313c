package io.credence.messages;

import io.credence.model.Model;
import io.credence.score.ScoreColumns;
import io.credence.score.ScoreSpec;
import java.util.List;
import java.util.Map;

/** JSON in and out. */
record JsonFormat() implements MessageFormat {

  /** Each object has the fields that it has. */
  @Override
  public List<String> problems(Model model, ScoreSpec spec, Map<String, ?> settings) {
    return List.of();
  }

  @Override
  public void publish(ScoreColumns columns) {}

  @Override
  public MessageCodec open(List<String> fields, ScoreColumns columns, Map<String, ?> settings) {
    return new JsonCodec(fields, columns);
  }
}
