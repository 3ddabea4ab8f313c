package io.credence.cli.options;

import org.apache.beam.sdk.options.Description;
import org.jspecify.annotations.Nullable;

/** The options of every command that reads a stream: where it begins and ends. */
public interface TopicRangeOptions extends KafkaOptions {

  @Description(
      "Where in a topic to begin. committed goes on from the offsets of the consumer group, and"
          + " begins with the earliest message where it has none.")
  @Explained(
      order = 41,
      byDefault = "committed",
      range = "committed, earliest, latest, or a time in UTC",
      example = "--startAt=2026-11-20T06:00:00Z")
  @Nullable String getStartAt();

  void setStartAt(@Nullable String point);

  @Description(
      "Where in a topic to end. latest means the last message that there is when the job starts;"
          + " without this option it ends when you stop it.")
  @Explained(
      order = 42,
      byDefault = "none",
      range = "latest, or a time in UTC that is not yet to come",
      example = "--stopAt=latest")
  @Nullable String getStopAt();

  void setStopAt(@Nullable String point);
}
