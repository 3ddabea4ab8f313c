package io.credence.cli.options;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.jspecify.annotations.Nullable;

/** The options of a stream: how often a message can come out, and which messages share a file. */
public interface StreamOptions extends TopicRangeOptions {

  @Description(
      "How often a message can come out after something was lost: at-least-once repeats some, the"
          + " same to the bit; exactly-once writes in transactions, and takes a little longer. Of a topic,"
          + " into a topic: a folder has each message once in any case.")
  @Explained(
      order = 43,
      byDefault = "at-least-once",
      range = "at-least-once or exactly-once",
      example = "--delivery=exactly-once")
  @Default.String("at-least-once")
  String getDelivery();

  void setDelivery(String delivery);

  @Description(
      "Of a stream into a folder: for how long messages that arrive are put into the same file."
          + " Windows begin at multiples of it since 1970-01-01T00:00:00Z.")
  @Explained(
      order = 44,
      byDefault = "1m",
      range = "whole seconds, minutes or hours from 1s to 24h, such as 30s, 5m or 1h",
      example = "--windowDuration=5m")
  @Nullable String getWindowDuration();

  void setWindowDuration(@Nullable String duration);

  @Description(
      "Of a stream into a folder: how many files of a window there can be, which are written at"
          + " once. The messages of a partition are all in one.")
  @Explained(order = 45, byDefault = "1", range = "from 1 to 1000", example = "--numShards=4")
  @Nullable Integer getNumShards();

  void setNumShards(@Nullable Integer shards);
}
