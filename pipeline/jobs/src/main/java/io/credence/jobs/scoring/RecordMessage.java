package io.credence.jobs.scoring;

import io.credence.kafka.RecordId;
import io.credence.score.Scored;
import java.io.IOException;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** The record that is being scored, as a message. It holds good until the next record. */
public interface RecordMessage {

  /** Which record it is. */
  RecordId id();

  /** Milliseconds since 1970-01-01T00:00:00Z; negative for none. */
  long timestamp();

  byte @Nullable [] key();

  /** Its value without a score. */
  byte @Nullable [] value();

  /** The headers that it has; they are not to be changed. */
  Headers headers();

  /**
   * Its value with a score behind the fields that it has.
   *
   * @throws IOException when what is needed to write it is away
   */
  byte[] with(Scored scored) throws IOException;
}
