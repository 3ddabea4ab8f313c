package io.credence.cli.command;

import io.credence.jobs.sink.topic.ShadowTopic;
import io.credence.kafka.ClientSettings;
import io.credence.kafka.TopicCheck;
import io.credence.kafka.TopicDescription;
import io.credence.kafka.TopicLocation;
import io.credence.problem.Problems;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks the topic of {@code --shadowOutput}. */
final class ShadowTopicCheck {

  private static final String OPTION = "--shadowOutput";
  private static final String OUTPUT = "--output";

  private final ScoringCheck check;
  private final Problems problems;

  ShadowTopicCheck(ScoringCheck check) {
    this.check = check;
    this.problems = check.problems();
  }

  /**
   * The topic; null when there is no shadow, or something is wrong, which is reported.
   *
   * @param output where results go
   * @param others the other topics of the request, by option
   */
  @Nullable ShadowTopic of(
      TopicLocation output, Map<String, TopicLocation> others, ClientSettings clients) {
    String named = check.options().getShadowOutput();
    if (named == null || check.shadow() == null) {
      return null;
    }
    if (!RunnerCheck.isTopic(named)) {
      problems.add("%s=%s: must be a topic, as %s is one".formatted(OPTION, named, OUTPUT));
      return null;
    }
    TopicLocation topic = check.topics().topic(OPTION, named);
    if (topic == null) {
      return null;
    }
    String query = TopicLocation.query(named);
    if (query != null && !query.equals("format=json")) {
      problems.add("%s=%s: comparisons are written as ?format=json alone".formatted(OPTION, topic));
    }
    TopicCheck brokers = new TopicCheck(clients, problems::add);
    TopicDescription facts = brokers.check(OPTION, topic);
    TopicDescription outputFacts = facts == null ? null : brokers.check(OUTPUT, output);
    if (facts == null || outputFacts == null) {
      return null;
    }
    DistinctTopics distinct = new DistinctTopics(problems);
    distinct.requireOther(OPTION, topic, facts, output, outputFacts);
    distinct.requireSameCluster(OPTION, facts, outputFacts);
    others.forEach(
        (option, other) -> {
          TopicDescription otherFacts = brokers.check(option, other);
          if (otherFacts != null) {
            distinct.requireOther(OPTION, topic, facts, other, otherFacts);
          }
        });
    return new ShadowTopic(topic, facts.maxMessageBytes());
  }
}
