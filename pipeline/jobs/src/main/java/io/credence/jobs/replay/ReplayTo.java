package io.credence.jobs.replay;

import io.credence.kafka.ClientSettings;
import io.credence.kafka.TopicLocation;
import java.util.Set;

/**
 * Where dead letters are sent again, and which of them.
 *
 * @param output the topic that a stream scores
 * @param codes of those that are sent; empty for all
 * @param clients the settings of Kafka's clients
 * @param dryRun whether they are only counted
 */
public record ReplayTo(
    TopicLocation output, Set<String> codes, ClientSettings clients, boolean dryRun) {

  public ReplayTo {
    codes = Set.copyOf(codes);
  }

  boolean wants(String code) {
    return codes.isEmpty() || codes.contains(code);
  }
}
