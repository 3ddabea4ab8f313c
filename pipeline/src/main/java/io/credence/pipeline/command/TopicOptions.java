package io.credence.pipeline.command;

import io.credence.pipeline.kafka.ClientSettings;
import io.credence.pipeline.kafka.TopicLocation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Options that name topics, and what Kafka's clients need to reach them. */
final class TopicOptions {

  private final String command;
  private final List<String> problems;

  /**
   * @param command the one whose help explains the options
   * @param problems receives a line for each fault
   */
  TopicOptions(String command, List<String> problems) {
    this.command = command;
    this.problems = problems;
  }

  /** The settings of a file; null when it can't be read. */
  @Nullable ClientSettings clients(@Nullable String file) {
    try {
      ClientSettings clients = ClientSettings.read(file == null ? null : Path.of(file));
      clients
          .refused()
          .forEach(
              name ->
                  problems.add(
                      "--kafkaProperties=%s: has %s, which is not for a file to set; leave it out"
                          .formatted(file, name)));
      return clients;
    } catch (IOException | IllegalArgumentException e) {
      problems.add("--kafkaProperties=" + file + ": can't be read: " + Failures.line(e));
      return null;
    }
  }

  /** The topic that an option names; null when it names none. */
  @Nullable TopicLocation topic(String option, @Nullable String value) {
    String location = Required.option(command, option, value, problems);
    try {
      return location == null ? null : TopicLocation.parse(location);
    } catch (IllegalArgumentException e) {
      problems.add("%s=%s: %s".formatted(option, value, e.getMessage()));
      return null;
    }
  }
}
