package io.credence.jobs.sink.rolling;

import java.io.Serializable;
import java.util.Map;

/** Gets to know how far a topic is in files. */
@FunctionalInterface
public interface Commits extends Serializable {

  /**
   * A window of a shard is in files.
   *
   * @param next the offset behind what is in files, of each partition
   */
  void written(Map<Integer, Long> next);
}
