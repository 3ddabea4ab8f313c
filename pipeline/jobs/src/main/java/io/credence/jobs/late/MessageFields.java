package io.credence.jobs.late;

import io.credence.deadletter.UnscorableException;
import io.credence.evaluation.Place;
import io.credence.kafka.Message;
import io.credence.messages.MessageCodec;
import io.credence.problem.Excerpt;
import io.credence.score.ScoreColumns;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of messages, the last of which is their key.
 *
 * <p>Not thread-safe: it holds one message at a time.
 */
final class MessageFields {

  /** Up to here, each whole number is a double of its own. */
  private static final double EXACT = 1L << 53;

  private final String key;
  private final int keyPosition;
  private final MessageCodec codec;

  /**
   * @param fields what is read, in this order
   * @param key the field behind them
   */
  MessageFields(LateTopic topic, List<String> fields, String key) {
    List<String> all = new ArrayList<>(fields);
    all.add(key);
    this.key = key;
    this.keyPosition = fields.size();
    this.codec = topic.format().open(all, ScoreColumns.none(), topic.source().clients().registry());
  }

  /**
   * Takes the next message.
   *
   * @throws UnscorableException when it can't be decoded
   */
  void read(Message message) throws UnscorableException, IOException {
    codec.read(message.value());
  }

  @Nullable Object value(int field) {
    return codec.value(field);
  }

  /**
   * The key as a text, of which a whole number is never that of a text; empty when there is none.
   * {@link #whyNoKey} says why.
   */
  Optional<String> key() {
    Object value = codec.value(keyPosition);
    if (value instanceof CharSequence) {
      return Optional.of("\"" + value + "\"");
    }
    return value instanceof Number number ? whole(number) : Optional.empty();
  }

  private static Optional<String> whole(Number number) {
    if (number instanceof Integer || number instanceof Long || number instanceof BigInteger) {
      return Optional.of(number.toString());
    }
    if (number instanceof BigDecimal decimal) {
      return decimal.stripTrailingZeros().scale() <= 0
          ? Optional.of(decimal.toBigInteger().toString())
          : Optional.empty();
    }
    double real = number.doubleValue();
    return Math.abs(real) <= EXACT && real == Math.rint(real)
        ? Optional.of(Long.toString((long) real))
        : Optional.empty();
  }

  /** Why there is no key. */
  String whyNoKey() {
    Object value = codec.value(keyPosition);
    return value == null
        ? "there is no value in " + key
        : "%s must be a whole number or a text, but is %s"
            .formatted(key, Excerpt.of(value.toString()));
  }

  static Place place(Message message) {
    return new Place(message.id().topic() + "/" + message.id().partition(), message.id().offset());
  }
}
