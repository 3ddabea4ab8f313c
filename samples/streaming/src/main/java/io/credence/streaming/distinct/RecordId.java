package io.credence.streaming.distinct;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Which message a message was made from, as its headers say.
 *
 * @param origin the stream that made it
 * @param partition the partition that the stream read it from
 * @param offset its offset there
 */
record RecordId(Origin origin, int partition, long offset) {

  private static final String ID = "credence.record_id";
  private static final String MODEL = "credence.model_name";
  private static final Pattern FORM = Pattern.compile("([^/]+)/(\\d{1,9})/(\\d{1,18})");

  /**
   * The id of a message that Credence wrote; empty for one of another writer.
   *
   * @throws IllegalArgumentException when it has the header, but no id in it
   */
  static Optional<RecordId> of(ConsumerRecord<?, ?> message) {
    // A message may have been through two streams: the last one wrote it.
    String id = text(message.headers(), ID);
    String model = text(message.headers(), MODEL);
    if (id == null || model == null) {
      return Optional.empty();
    }
    Matcher matcher = FORM.matcher(id);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s/%d/%d: the header %s must be TOPIC/PARTITION/OFFSET, not '%s'",
              message.topic(),
              message.partition(),
              message.offset(),
              ID,
              id));
    }
    return Optional.of(
        new RecordId(
            new Origin(model, matcher.group(1)),
            Integer.parseInt(matcher.group(2)),
            Long.parseLong(matcher.group(3))));
  }

  private static @Nullable String text(Headers headers, String name) {
    Header header = headers.lastHeader(name);
    return header == null || header.value() == null
        ? null
        : new String(header.value(), StandardCharsets.UTF_8);
  }
}
