package io.credence.kafka;

import java.io.Serializable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A topic as options name it: {@code kafka://host:port[,host:port]/topic}.
 *
 * @param brokers addresses, separated by commas
 * @param topic its name
 */
public record TopicLocation(String brokers, String topic) implements Serializable {

  private static final String SCHEME = "kafka://";

  /** Kafka's own rule for names of topics. */
  private static final Pattern FORM =
      Pattern.compile(
          "kafka://([^/\\s?,:]+:\\d{1,5}(?:,[^/\\s?,:]+:\\d{1,5})*)/([\\w.-]{1,249})(?:\\?(.*))?");

  /** Whether a location is meant to be a topic. */
  public static boolean isMeant(String location) {
    return location.startsWith(SCHEME);
  }

  /**
   * Takes a location apart, but for its {@link #query}.
   *
   * @throws IllegalArgumentException when it is no topic; the message says what would be
   */
  public static TopicLocation parse(String location) {
    Matcher matcher = FORM.matcher(location);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "messages go to topics: must be kafka://HOST:PORT[,HOST:PORT]/TOPIC");
    }
    return new TopicLocation(matcher.group(1), matcher.group(2));
  }

  /** What a location says behind its question mark; null when it has none. */
  public static @Nullable String query(String location) {
    int mark = location.indexOf('?');
    return mark < 0 ? null : location.substring(mark + 1);
  }

  @Override
  public String toString() {
    return SCHEME + brokers + "/" + topic;
  }
}
