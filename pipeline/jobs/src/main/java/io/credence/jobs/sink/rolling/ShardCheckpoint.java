package io.credence.jobs.sink.rolling;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How far a shard has come, as it is written down: the files of its last window and the positions
 * behind them in one, so that there is no moment at which one of them is known and the other not.
 *
 * @param topic the topic that is read
 * @param cluster the brokers' own name for where it is
 * @param writer who wrote this: of two that hold themselves for the writer of a shard, the one that
 *     came last is right
 * @param next the offset of the next message of each partition
 * @param files the last files, which may not have got their names yet
 * @param counts what is in files since the job was started by hand
 */
record ShardCheckpoint(
    String topic,
    String cluster,
    String writer,
    TreeMap<Integer, Long> next,
    @JsonProperty("moves") List<NamedFile> files,
    Counts counts) {

  ShardCheckpoint {
    require("topic", topic);
    require("cluster", cluster);
    require("writer", writer);
    require("next", next);
    require("moves", files);
    require("counts", counts);
    next.forEach(
        (partition, offset) -> {
          if (partition < 0 || offset == null || offset < 0) {
            throw new IllegalArgumentException(
                "\"next\" has the offset %s for partition %s".formatted(offset, partition));
          }
        });
  }

  private static void require(String field, @Nullable Object value) {
    if (value == null) {
      throw new IllegalArgumentException("\"%s\" is missing".formatted(field));
    }
  }
}
