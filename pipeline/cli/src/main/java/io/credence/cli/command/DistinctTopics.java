package io.credence.cli.command;

import io.credence.kafka.TopicDescription;
import io.credence.kafka.TopicLocation;
import io.credence.problem.Problems;

/**
 * Checks how the topics of a request stand to one another.
 *
 * @param problems receives a line for each fault
 */
record DistinctTopics(Problems problems) {

  /** What is written must not be read again, nor scores be taken for dead letters. */
  void requireOther(
      String option,
      TopicLocation topic,
      TopicDescription facts,
      TopicLocation other,
      TopicDescription otherFacts) {
    if (facts.isSameAs(otherFacts)) {
      problems.add("%s=%s: must be another topic than %s".formatted(option, topic, other));
    }
  }

  /** A transaction, and a producer, are of one cluster. */
  void requireSameCluster(String option, TopicDescription topic, TopicDescription output) {
    if (!topic.cluster().equals(output.cluster())) {
      problems.add(option + ": must be a topic of the cluster of --output");
    }
  }
}
