package io.credence.cli.command;

import io.credence.jobs.scoring.Delivery;
import io.credence.kafka.ReadRange;
import io.credence.kafka.TopicCheck;
import io.credence.kafka.TopicDescription;
import io.credence.problem.Problems;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What brokers say of a stream's topics.
 *
 * @param range which messages are to be read
 * @param output the topic that is written to
 */
record StreamTopics(ReadRange range, TopicDescription output) {

  /**
   * Asks brokers.
   *
   * @param group the consumer group
   * @param problems receives a line for each reason not to start
   * @param notes receives a line for each thing to know
   * @return null when they don't say
   */
  static @Nullable StreamTopics ask(
      TopicToTopicRequest request, String group, Problems problems, List<String> notes) {
    TopicCheck check = new TopicCheck(request.clients(), problems::add);
    TopicDescription input = check.check("--input", request.input());
    TopicDescription output = check.check("--output", request.output());
    TopicDescription letters = check.check("--deadLetters", request.deadLetters());
    if (input == null || output == null || letters == null) {
      return null;
    }
    check.requireUsable(request.input());
    DistinctTopics distinct = new DistinctTopics(problems);
    distinct.requireOther("--output", request.output(), output, request.input(), input);
    distinct.requireOther("--deadLetters", request.deadLetters(), letters, request.input(), input);
    distinct.requireOther(
        "--deadLetters", request.deadLetters(), letters, request.output(), output);
    distinct.requireSameCluster("--deadLetters", letters, output);
    if (request.delivery() == Delivery.EXACTLY_ONCE) {
      distinct.requireSameCluster("--input", input, output);
    }
    check.requireFree("--input", request.input(), group);
    if (letters.maxMessageBytes() < input.maxMessageBytes()) {
      notes.add(
          String.format(
              Locale.ROOT,
              "%s takes messages of %,d bytes (max.message.bytes), but %s has up to %,d: the stream would stop at a dead letter that does not fit",
              request.deadLetters(),
              letters.maxMessageBytes(),
              request.input(),
              input.maxMessageBytes()));
    }
    ReadRange range =
        check.range("--input", request.input(), input, group, request.start(), request.stop());
    return range == null ? null : new StreamTopics(range, output);
  }
}
