package io.credence.kafka;

import java.io.IOException;
import java.io.Serializable;
import java.util.Map;

/** How far the messages of a topic are done with, as somebody else than the runner knows it. */
@FunctionalInterface
public interface Positions extends Serializable {

  /**
   * The offset of the next message of each partition; those that are not named are read from where
   * the job begins.
   */
  Map<Integer, Long> next() throws IOException;
}
