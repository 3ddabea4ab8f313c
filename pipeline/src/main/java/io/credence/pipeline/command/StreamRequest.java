package io.credence.pipeline.command;

import io.credence.pipeline.kafka.ClientSettings;
import io.credence.pipeline.kafka.OffsetPoint;
import io.credence.pipeline.kafka.TopicLocation;
import io.credence.pipeline.options.ScoreOptions;
import io.credence.pipeline.stream.Delivery;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What options say of a stream, each by itself in order.
 *
 * @param start where in the topic to begin
 * @param stop where to end; null for no end
 */
record StreamRequest(
    TopicLocation input,
    TopicLocation output,
    TopicLocation deadLetters,
    Delivery delivery,
    OffsetPoint start,
    @Nullable OffsetPoint stop,
    ClientSettings clients) {

  private static final String COMMITTED = "committed";

  /**
   * Reads options.
   *
   * @param problems receives a line for each fault
   * @return null when one can't be read
   */
  static @Nullable StreamRequest of(ScoreOptions options, List<String> problems) {
    TopicLocation input = topic("--input", options.getInput(), problems);
    TopicLocation output = topic("--output", options.getOutput(), problems);
    TopicLocation letters = topic("--deadLetters", options.getDeadLetters(), problems);
    Delivery delivery = parse("--delivery", options.getDelivery(), Delivery::parse, problems);
    String startAt = options.getStartAt() == null ? COMMITTED : options.getStartAt();
    OffsetPoint start = parse("--startAt", startAt, OffsetPoint::start, problems);
    String stopAt = options.getStopAt();
    OffsetPoint stop =
        stopAt == null ? null : parse("--stopAt", stopAt, OffsetPoint::stop, problems);
    ClientSettings clients = clients(options.getKafkaProperties(), problems);
    if (input == null || output == null || letters == null || delivery == null || start == null) {
      return null;
    }
    requireOther("--output", output, input, problems);
    requireOther("--deadLetters", letters, input, problems);
    requireOther("--deadLetters", letters, output, problems);
    return new StreamRequest(input, output, letters, delivery, start, stop, clients);
  }

  private static @Nullable TopicLocation topic(
      String option, @Nullable String value, List<String> problems) {
    String location = Required.option(option, value, problems);
    return location == null ? null : parse(option, location, TopicLocation::parse, problems);
  }

  private static <T> @Nullable T parse(
      String option, String value, Function<String, T> parser, List<String> problems) {
    try {
      return parser.apply(value);
    } catch (IllegalArgumentException e) {
      // Behind a question mark there may be a password that does not belong there.
      String shown = value.replaceFirst("\\?.*", "");
      problems.add("%s=%s: %s".formatted(option, shown, e.getMessage()));
      return null;
    }
  }

  private static ClientSettings clients(@Nullable String file, List<String> problems) {
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

  /** What is written must not be read again. */
  private static void requireOther(
      String option, TopicLocation topic, TopicLocation other, List<String> problems) {
    if (topic.equals(other)) {
      problems.add("%s=%s: must be another topic than %s".formatted(option, topic, other));
    }
  }
}
