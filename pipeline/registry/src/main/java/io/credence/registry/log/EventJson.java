package io.credence.registry.log;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The one text of an event: JSON for people, whose last field is the SHA-256 of the text without
 * it. A text that differs by a byte is not one that was written here.
 */
final class EventJson {

  /** The version of this format. */
  private static final int FORMAT = 1;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private EventJson() {}

  /** An event with what its text has beside. */
  private record Sealed(
      int formatVersion,
      int number,
      String id,
      String at,
      String by,
      @Nullable String reason,
      @Nullable String previous,
      Change change,
      @Nullable String sha256) {

    private Sealed {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(by, "by");
      Objects.requireNonNull(change, "change");
    }

    static Sealed of(Event event, @Nullable String sha256) {
      return new Sealed(
          FORMAT,
          event.number(),
          event.id(),
          event.at().toString(),
          event.by(),
          event.reason(),
          event.previous(),
          event.change(),
          sha256);
    }

    Event event() {
      return new Event(number, id, Instant.parse(at), by, reason, previous, change);
    }
  }

  static byte[] write(Event event) {
    return bytes(Sealed.of(event, Sha256.hex(bytes(Sealed.of(event, null)))));
  }

  /**
   * Reads an event.
   *
   * @param name the file's, for messages
   */
  static Event read(String name, byte[] content) throws LogException {
    Event event;
    try {
      requireFormat(name, content);
      event = JSON.readValue(content, Sealed.class).event();
    } catch (LogException e) {
      throw e;
    } catch (IOException | DateTimeException e) {
      throw new LogException(name, "is no event of a registry", e);
    }
    if (!Arrays.equals(write(event), content)) {
      throw new LogException(name, "was changed: it is not what its sha256 says");
    }
    return event;
  }

  /** Before all else: a later format may have fields and kinds that are not known here. */
  private static void requireFormat(String name, byte[] content) throws IOException {
    try (JsonParser json = JSON.createParser(content)) {
      boolean begins =
          json.nextToken() == JsonToken.START_OBJECT
              && "format_version".equals(json.nextFieldName());
      int format = begins ? json.nextIntValue(-1) : -1;
      if (format != FORMAT && format >= 0) {
        throw new LogException(
            name,
            "is of format_version %s, but this version of Credence knows %s"
                .formatted(format, FORMAT));
      }
    }
  }

  private static byte[] bytes(Sealed sealed) {
    try {
      return (JSON.writeValueAsString(sealed) + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Texts and numbers can be written", e);
    }
  }
}
