package io.credence.messages.avro;

import io.credence.messages.MessageFormat;
import io.credence.problem.Problems;
import io.credence.score.ScoreColumns;
import io.credence.score.Scored;
import java.io.IOException;
import java.io.Serializable;
import java.util.Map;
import org.apache.avro.Schema;

/** How messages that were read as Avro are written. */
interface AvroOutput extends Serializable {

  /** Writes messages on a worker. Not thread-safe. */
  interface Writer {

    /** The message that was read last, with its score. */
    byte[] write(AvroMessageCodec message, Scored scored) throws IOException;
  }

  Writer open(ScoreColumns columns, Map<String, ?> settings);

  /** Adds a line for each thing because of which nothing could be written. */
  default void check(Map<String, ?> settings, Problems problems) {}

  /** Makes a schema known before a job starts; see {@link MessageFormat#publish}. */
  default void publish(Schema enriched) throws IOException {}
}
