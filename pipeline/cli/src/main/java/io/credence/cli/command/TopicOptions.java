package io.credence.cli.command;

import io.credence.kafka.ClientSettings;
import io.credence.kafka.TopicLocation;
import io.credence.problem.Problems;
import java.io.IOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Options that name topics, and what Kafka's clients need to reach them. */
final class TopicOptions {

  /** Where a topic is read from when nothing else is asked for. */
  static final String COMMITTED = "committed";

  private final String command;
  private final Problems problems;

  /**
   * @param command the one whose help explains the options
   * @param problems receives a line for each fault
   */
  TopicOptions(String command, Problems problems) {
    this.command = command;
    this.problems = problems;
  }

  /** Whether reading begins where it is asked to, and not where it came to before. */
  static boolean beginsAnew(@Nullable String startAt) {
    return startAt != null && !startAt.equals(COMMITTED);
  }

  /** The settings of a file. */
  ClientSettings clients(@Nullable String file) {
    ClientSettings clients = new ClientSettings(file == null ? null : Locations.absolute(file));
    try {
      for (String name : clients.refused()) {
        problems.add(
            "--kafkaProperties=%s: has %s, which is not for a file to set; leave it out"
                .formatted(file, name));
      }
    } catch (IOException | IllegalArgumentException e) {
      problems.add("--kafkaProperties=" + file + ": can't be read: " + Failures.line(e));
    }
    return clients;
  }

  /** The topic that an option names; null when it names none. */
  @Nullable TopicLocation topic(String option, @Nullable String value) {
    String location = Required.option(command, option, value, problems);
    return location == null ? null : parse(option, location, TopicLocation::parse);
  }

  /** The same where a message is bytes, whatever they mean. */
  @Nullable TopicLocation topicOfBytes(String option, @Nullable String value) {
    TopicLocation topic = topic(option, value);
    if (topic != null && value != null && TopicLocation.query(value) != null) {
      problems.add(
          "%s=%s: messages are sent as they are, so there is no format; leave out what follows the '?'"
              .formatted(option, topic));
    }
    return topic;
  }

  /** Between topics and files, messages are JSON alone. */
  void requireJson(String option, @Nullable TopicLocation topic, @Nullable String location) {
    String query = location == null ? null : TopicLocation.query(location);
    if (topic != null && query != null && !query.equals("format=json")) {
      problems.add(
          "%s=%s: between topics and folders there is ?format=json alone".formatted(option, topic));
    }
  }

  /** The value of an option; null when its parser refuses it. */
  <T> @Nullable T parse(String option, String value, Function<String, T> parser) {
    try {
      return parser.apply(value);
    } catch (IllegalArgumentException e) {
      // Behind a question mark there may be a password that does not belong there.
      String shown = value.replaceFirst("\\?.*", "");
      problems.add("%s=%s: %s".formatted(option, shown, e.getMessage()));
      return null;
    }
  }
}
