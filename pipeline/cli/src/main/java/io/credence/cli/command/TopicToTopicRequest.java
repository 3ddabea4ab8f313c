package io.credence.cli.command;

import io.credence.cli.options.ScoreOptions;
import io.credence.jobs.scoring.Delivery;
import io.credence.kafka.ClientSettings;
import io.credence.kafka.OffsetPoint;
import io.credence.kafka.TopicLocation;
import io.credence.problem.Problems;
import org.jspecify.annotations.Nullable;

/**
 * What options say of a stream, each by itself in order.
 *
 * @param start where in the topic to begin
 * @param stop where to end; null for no end
 */
record TopicToTopicRequest(
    TopicLocation input,
    TopicLocation output,
    TopicLocation deadLetters,
    Delivery delivery,
    OffsetPoint start,
    @Nullable OffsetPoint stop,
    ClientSettings clients) {

  /**
   * Reads options.
   *
   * @param problems receives a line for each fault
   * @return null when one can't be read
   */
  static @Nullable TopicToTopicRequest of(ScoreOptions options, Problems problems) {
    TopicOptions topics = new TopicOptions("score", problems);
    TopicLocation input = topics.topic("--input", options.getInput());
    TopicLocation output = topics.topic("--output", options.getOutput());
    TopicLocation letters = topics.topicOfBytes("--deadLetters", options.getDeadLetters());
    Delivery delivery = topics.parse("--delivery", options.getDelivery(), Delivery::parse);
    String startAt = options.getStartAt() == null ? TopicOptions.COMMITTED : options.getStartAt();
    OffsetPoint start = topics.parse("--startAt", startAt, OffsetPoint::start);
    String stopAt = options.getStopAt();
    OffsetPoint stop = stopAt == null ? null : topics.parse("--stopAt", stopAt, OffsetPoint::stop);
    ClientSettings clients = topics.clients(options.getKafkaProperties());
    requireForTopics("--windowDuration", options.getWindowDuration(), problems);
    requireForTopics("--numShards", options.getNumShards(), problems);
    if (input == null || output == null || letters == null || delivery == null || start == null) {
      return null;
    }
    return new TopicToTopicRequest(input, output, letters, delivery, start, stop, clients);
  }

  private static void requireForTopics(String option, @Nullable Object value, Problems problems) {
    if (value != null) {
      problems.add("%s=%s: is for a stream into a folder; leave it out".formatted(option, value));
    }
  }
}
