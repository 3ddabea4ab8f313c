package io.credence.jobs.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.credence.kafka.HeaderNames;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * The headers that a dead letter had before it was one. Scoring puts its own behind those of the
 * message, beginning with the record id. So what stands before the last record id is the message's,
 * even where that came from another scoring and has headers of the same names.
 */
final class OriginalHeaders {

  private OriginalHeaders() {}

  /** Those of the message to be sent, with the one that says what it repeats. */
  static Headers of(Headers deadLetter) {
    Header[] all = deadLetter.toArray();
    int added = lastId(all);
    Headers original = new RecordHeaders();
    for (int i = 0; i < all.length; i++) {
      // What others put behind ours, such as the id of a trace, stays too.
      boolean ours = i >= added && all[i].key().startsWith(HeaderNames.PREFIX);
      if (!ours && !all[i].key().equals(HeaderNames.REPLAY_OF)) {
        original.add(all[i]);
      }
    }
    return original.add(HeaderNames.REPLAY_OF, originalId(deadLetter));
  }

  private static int lastId(Header[] headers) {
    int last = headers.length;
    for (int i = 0; i < headers.length; i++) {
      if (headers[i].key().equals(HeaderNames.RECORD_ID)) {
        last = i;
      }
    }
    return last;
  }

  /** One that fails again and is replayed again still repeats the first. */
  private static byte @Nullable [] originalId(Headers headers) {
    byte[] first = value(headers, HeaderNames.REPLAY_OF);
    return first == null ? value(headers, HeaderNames.RECORD_ID) : first;
  }

  /** The last header of a name; null when there is none, or it has no value. */
  static @Nullable String text(Headers headers, String name) {
    byte[] value = value(headers, name);
    return value == null ? null : new String(value, UTF_8);
  }

  private static byte @Nullable [] value(Headers headers, String name) {
    Header header = headers.lastHeader(name);
    return header == null ? null : header.value();
  }
}
