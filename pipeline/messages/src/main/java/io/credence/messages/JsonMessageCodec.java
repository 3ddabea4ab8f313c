package io.credence.messages;

import io.credence.deadletter.UnscorableException;
import io.credence.score.ScoreColumns;
import io.credence.score.Scored;
import io.credence.score.ScoredColumn;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads and writes JSON, to the byte as it was but for what is added. */
final class JsonMessageCodec implements MessageCodec {

  private final JsonMessage message;
  private final JsonScore score;

  JsonMessageCodec(List<String> fields, ScoreColumns columns) {
    this.message =
        new JsonMessage(fields, columns.columns().stream().map(ScoredColumn::name).toList());
    this.score = new JsonScore(columns);
  }

  @Override
  public void read(byte @Nullable [] value) throws UnscorableException {
    message.read(value);
  }

  @Override
  public @Nullable Object value(int field) {
    return message.value(field);
  }

  @Override
  public byte[] with(Scored scored) throws IOException {
    return message.with(score.fields(scored));
  }
}
