package io.credence.kafka;

import java.nio.file.NoSuchFileException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/** Asks brokers for what a job needs of them, before it starts. */
public final class TopicCheck {

  private final ClientSettings clients;
  private final Consumer<String> problems;

  /** Those that did not answer, which are not asked again. */
  private final Set<String> away = new HashSet<>();

  /**
   * Checks topics.
   *
   * @param problems receives a line for each that a job could not use
   */
  public TopicCheck(ClientSettings clients, Consumer<String> problems) {
    this.clients = clients;
    this.problems = problems;
  }

  private interface Question<T> {
    T ask(Brokers brokers) throws ExecutionException, InterruptedException;
  }

  /**
   * Requires that a topic is there.
   *
   * @param option the option that names it
   * @return null when it can't be used
   */
  public @Nullable TopicDescription check(String option, TopicLocation topic) {
    return ask(
        option,
        topic,
        brokers -> brokers.describe(topic.topic()).withLargest(clients.largestMessage()));
  }

  /** Requires that settings are such that clients of each kind can be made of them. */
  public void requireUsable(TopicLocation topic) {
    ask(
        "--kafkaProperties",
        topic,
        brokers -> {
          ByteClients.consumer(clients.consumer(topic.brokers(), "credence")).close();
          MessageProducer.open(topic.brokers(), clients).close();
          return true;
        });
  }

  /** Requires that a group has no other members: their offsets would be mixed up. */
  public void requireFree(String option, TopicLocation topic, String group) {
    Integer members = ask(option, topic, brokers -> brokers.members(group));
    if (members != null && members > 0) {
      problems.accept(
          String.format(
              Locale.ROOT,
              "%s=%s: others read in the name of the consumer group '%s' (members: %d); name another one by group.id in --kafkaProperties",
              option,
              topic,
              group,
              members));
    }
  }

  /**
   * Finds out which messages are to be read.
   *
   * @param stop null for no end
   * @return null when brokers do not say
   */
  public @Nullable ReadRange range(
      String option,
      TopicLocation topic,
      TopicDescription described,
      String group,
      OffsetPoint start,
      @Nullable OffsetPoint stop) {
    boolean fresh = clients.beginsWithLatest();
    return ask(
        option,
        topic,
        brokers -> {
          SortedMap<Integer, Long> starts =
              brokers.offsets(topic.topic(), described.partitions(), start, group, fresh);
          SortedMap<Integer, Long> ends =
              stop == null
                  ? null
                  : brokers.offsets(topic.topic(), described.partitions(), stop, group, fresh);
          return new ReadRange(starts, ends);
        });
  }

  /**
   * Commits the offsets at which a range starts, so that what a group has committed is how far it
   * came from there.
   *
   * @param anew whether for all partitions; otherwise, for those of which it has committed nothing
   */
  public void begin(
      String option, TopicLocation topic, String group, ReadRange range, boolean anew) {
    ask(
        option,
        topic,
        brokers -> {
          SortedMap<Integer, Long> starts = new TreeMap<>(range.starts());
          if (!anew) {
            starts.keySet().removeAll(brokers.committed(topic.topic(), group).keySet());
          }
          if (!starts.isEmpty()) {
            brokers.commit(topic.topic(), group, starts);
          }
          return true;
        });
  }

  /** Commits the offsets of a group without members. */
  public void commit(
      String option, TopicLocation topic, String group, Map<Integer, Long> positions) {
    ask(
        option,
        topic,
        brokers -> {
          brokers.commit(topic.topic(), group, positions);
          return true;
        });
  }

  private @Nullable Map<Integer, Long> committed(String option, TopicLocation topic, String group) {
    return ask(option, topic, brokers -> brokers.committed(topic.topic(), group));
  }

  /**
   * Whether nothing is left to be read between what a group has committed and the end of a range.
   * What lies there may be marks of transactions, and messages of those that were given up.
   */
  public boolean isOver(String option, TopicLocation topic, String group, ReadRange range) {
    Map<Integer, Long> committed = committed(option, topic, group);
    return committed != null && isOver(option, topic, group, range, committed);
  }

  /** Whether nothing is left to be read between positions and the end of a range. */
  public boolean isOver(
      String option,
      TopicLocation topic,
      String group,
      ReadRange range,
      Map<Integer, Long> positions) {
    return range.isOver(positions)
        || Boolean.TRUE.equals(
            ask(
                option,
                topic,
                brokers -> new UnreadMessages(topic, group, clients).isEmpty(positions, range)));
  }

  private <T> @Nullable T ask(String option, TopicLocation topic, Question<T> question) {
    if (away.contains(topic.brokers())) {
      return null;
    }
    try (Brokers brokers = Brokers.of(topic, clients)) {
      return question.ask(brokers);
    } catch (ExecutionException e) {
      problems.accept(
          "%s=%s: %s"
              .formatted(option, topic, reason(topic, e.getCause() == null ? e : e.getCause())));
    } catch (KafkaException e) {
      away.add(topic.brokers());
      problems.accept("--kafkaProperties=%s: %s".formatted(clients, unusable(innermost(e))));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while asking the broker about " + topic, e);
    }
    return null;
  }

  private String reason(TopicLocation topic, Throwable cause) {
    if (cause instanceof UnknownTopicOrPartitionException) {
      return "the broker has no topic '" + topic.topic() + "'; create it first";
    }
    if (cause instanceof SslAuthenticationException) {
      away.add(topic.brokers());
      return "no TLS with the broker: "
          + innermost(cause).getMessage()
          + "; see the settings ssl.* in --kafkaProperties";
    }
    if (cause instanceof AuthenticationException) {
      away.add(topic.brokers());
      return "the broker refuses the credentials: " + cause.getMessage();
    }
    if (cause instanceof TimeoutException) {
      away.add(topic.brokers());
      return "no broker answers at %s (security.protocol is %s)"
          .formatted(topic.brokers(), clients.protocol());
    }
    return String.valueOf(cause.getMessage());
  }

  private static String unusable(Throwable cause) {
    return cause instanceof NoSuchFileException missing
        ? "names a file that does not exist: " + missing.getFile()
        : String.valueOf(cause.getMessage());
  }

  private static Throwable innermost(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }
}
