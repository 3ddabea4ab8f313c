package io.credence.kafka;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.jspecify.annotations.Nullable;

/**
 * A place in each partition of a topic, as options name it.
 *
 * @param kind which kind of place
 * @param time for {@link Kind#TIMESTAMP}: the first message that is not older is meant
 */
public record OffsetPoint(Kind kind, @Nullable Instant time) {

  /** Kinds of places. */
  public enum Kind {
    /** The offsets that the consumer group has committed; the earliest where it has none. */
    COMMITTED,
    /** The first message that there is. */
    EARLIEST,
    /** Behind the last message that there is. */
    LATEST,
    /** A point in time. */
    TIMESTAMP
  }

  /**
   * Where to begin: {@code committed}, {@code earliest}, {@code latest} or a time such as {@code
   * 2026-11-20T06:00:00Z}.
   *
   * @throws IllegalArgumentException when it is none of these
   */
  public static OffsetPoint start(String text) {
    return parse(text, List.of(Kind.COMMITTED, Kind.EARLIEST, Kind.LATEST));
  }

  /**
   * Where to end: {@code latest}, or a time that has passed: one that is to come has no offset yet.
   *
   * @throws IllegalArgumentException when it is none of these
   */
  public static OffsetPoint stop(String text) {
    OffsetPoint point = parse(text, List.of(Kind.LATEST));
    if (point.time() != null && point.time().isAfter(Instant.now())) {
      throw new IllegalArgumentException(
          "is yet to come; must be latest, or a time that has passed");
    }
    return point;
  }

  private static OffsetPoint parse(String text, List<Kind> words) {
    for (Kind kind : words) {
      if (word(kind).equals(text)) {
        return new OffsetPoint(kind, null);
      }
    }
    try {
      return new OffsetPoint(Kind.TIMESTAMP, Instant.parse(text));
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "must be %s or a time in UTC such as 2026-11-20T06:00:00Z"
              .formatted(words.stream().map(OffsetPoint::word).collect(Collectors.joining(", "))),
          e);
    }
  }

  private static String word(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  /** What brokers are asked for; a group without offsets begins with the earliest message. */
  OffsetSpec spec() {
    return switch (kind) {
      case COMMITTED, EARLIEST -> OffsetSpec.earliest();
      case LATEST -> OffsetSpec.latest();
      case TIMESTAMP -> OffsetSpec.forTimestamp(Objects.requireNonNull(time).toEpochMilli());
    };
  }
}
