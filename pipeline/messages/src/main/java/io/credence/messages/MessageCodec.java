package io.credence.messages;

import io.credence.deadletter.UnscorableException;
import io.credence.score.Scored;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields that a model needs from the value of a message, and writes the message with its
 * score.
 *
 * <p>Not thread-safe: it holds one message at a time.
 */
public interface MessageCodec {

  /**
   * Takes the next message.
   *
   * @param value null for a tombstone
   * @throws UnscorableException with the code UNDECODABLE, when the value is not what the format
   *     says, or has a field that scoring would add
   * @throws IOException when what is needed to read it is away; it may well be read later
   */
  void read(byte @Nullable [] value) throws UnscorableException, IOException;

  /**
   * The value of a field of the message that was read, as {@link io.credence.predict.FieldReader}
   * wants it: null when it is absent or null.
   *
   * @param field its position among those for which the codec was opened
   */
  @Nullable Object value(int field);

  /**
   * The value of the message that was read, with its score behind the fields that it has.
   *
   * @throws IOException when what is needed to write it is away
   */
  byte[] with(Scored scored) throws IOException;
}
