package io.credence.fuzzing;

import io.credence.deadletter.UnscorableException;
import io.credence.messages.MessageCodec;
import io.credence.messages.encoding.Encoding;
import io.credence.score.ScoreColumns;
import io.credence.score.Scorer;
import java.io.IOException;
import java.util.Map;

/** Messages, as a stream scores them: what is written is JSON. */
final class MessageDoor implements Door {

  private final Scorer scorer = Scorer.of(Slopes.MODEL, Slopes.SPEC);
  private final MessageCodec codec;

  private MessageDoor(Encoding encoding) throws IOException {
    this.codec =
        encoding
            .asInput()
            .open(scorer.fields(), ScoreColumns.of(Slopes.MODEL, Slopes.SPEC), Map.of());
  }

  static Door json() throws IOException {
    return new MessageDoor(new Encoding.Json());
  }

  static Door avro() throws IOException {
    return new MessageDoor(new Encoding.AvroFile("src/test/resources/any.avsc"));
  }

  @Override
  public String enter(byte[] bytes) throws IOException {
    try {
      codec.read(bytes);
      StrictJson.require(codec.with(scorer.score(MessageCodec::value, codec)));
      return "scored";
    } catch (UnscorableException e) {
      return Refusal.of(e);
    }
  }
}
