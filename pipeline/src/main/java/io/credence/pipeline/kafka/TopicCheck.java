package io.credence.pipeline.kafka;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Asks brokers for a topic, before a job needs it. */
public final class TopicCheck {

  private static final int PATIENCE_MILLIS = 5_000;

  private final ClientSettings clients;
  private final List<String> problems;

  /** Those that did not answer, which are not asked again. */
  private final Set<String> away = new HashSet<>();

  /**
   * Checks topics.
   *
   * @param problems receives a line for each that a job could not use
   */
  public TopicCheck(ClientSettings clients, List<String> problems) {
    this.clients = clients;
    this.problems = problems;
  }

  /**
   * Requires that a topic is there.
   *
   * @param option the option that names it
   * @return how many partitions it has; 0 when it can't be used
   */
  public int check(String option, TopicLocation topic) {
    if (away.contains(topic.brokers())) {
      return 0;
    }
    Map<String, Object> settings = new HashMap<>(clients.common(topic));
    settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
    settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
    try (Admin admin = Admin.create(settings)) {
      return admin.describeTopics(List.of(topic.topic())).allTopicNames().get().values().stream()
          .mapToInt(found -> found.partitions().size())
          .sum();
    } catch (ExecutionException e) {
      problems.add(
          "%s=%s: %s"
              .formatted(option, topic, reason(topic, e.getCause() == null ? e : e.getCause())));
    } catch (KafkaException e) {
      problems.add("--kafkaProperties: %s".formatted(innermost(e).getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Nobody waits for the broker any more", e);
    }
    return 0;
  }

  private String reason(TopicLocation topic, Throwable cause) {
    if (cause instanceof UnknownTopicOrPartitionException) {
      return "the broker has no topic '" + topic.topic() + "'; create it first";
    }
    if (cause instanceof AuthenticationException) {
      return "the broker refuses the credentials: " + cause.getMessage();
    }
    if (cause instanceof TimeoutException) {
      away.add(topic.brokers());
      return "no broker answers at " + topic.brokers();
    }
    return String.valueOf(cause.getMessage());
  }

  private static Throwable innermost(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }
}
