package io.credence.registry.log;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.credence.problem.Excerpt;
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
          // The seal, and what later versions add.
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private static final String END = "\n}";

  private static final int SEAL_LENGTH = seal("0".repeat(64)).length();

  private EventJson() {}

  /** An event with the version of its format. */
  private record Text(
      int formatVersion,
      int number,
      String id,
      String at,
      String by,
      @Nullable String reason,
      @Nullable String previous,
      Change change) {

    private Text {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(by, "by");
      Objects.requireNonNull(change, "change");
    }

    static Text of(Draft draft, int number, @Nullable String previous) {
      return new Text(
          FORMAT,
          number,
          draft.id(),
          draft.at().toString(),
          draft.by(),
          draft.reason(),
          previous,
          draft.change());
    }

    Event event(String sha256) {
      return new Event(number, id, Instant.parse(at), by, reason, previous, change, sha256);
    }
  }

  /**
   * Writes an event.
   *
   * @param previous the SHA-256 of the bytes of the event before; null of the first
   */
  static byte[] write(Draft draft, int number, @Nullable String previous) {
    try {
      String text = JSON.writeValueAsString(Text.of(draft, number, previous));
      String open = text.substring(0, text.length() - END.length());
      return (open + seal(Sha256.hex(text.getBytes(StandardCharsets.UTF_8))))
          .getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Texts and numbers can be written", e);
    }
  }

  /** What stands in place of the end of a text, to hold its digest. */
  private static String seal(String sha256) {
    return ",\n  \"sha256\" : \"" + sha256 + "\"" + END + "\n";
  }

  /**
   * Reads an event.
   *
   * @param name the file's, for messages
   */
  static Event read(String name, byte[] content) throws LogException {
    try {
      requireFormat(name, content);
      if (!isSealed(content)) {
        throw new LogException(name, "was changed: it is not what its sha256 says");
      }
      return JSON.readValue(content, Text.class).event(Sha256.hex(content));
    } catch (LogException e) {
      throw e;
    } catch (InvalidTypeIdException e) {
      throw new LogException(name, unknown("kind", e.getTypeId()), e);
    } catch (InvalidFormatException e) {
      throw new LogException(name, unknown("value", e.getValue()), e);
    } catch (IOException | DateTimeException e) {
      throw new LogException(name, "is no event of a registry", e);
    }
  }

  private static String unknown(String what, @Nullable Object found) {
    return "has the unknown %s '%s': it is no event of a registry, or was written by a later version of Credence"
        .formatted(what, Excerpt.of(String.valueOf(found)));
  }

  private static boolean isSealed(byte[] content) {
    int open = content.length - SEAL_LENGTH;
    if (open < 0) {
      return false;
    }
    byte[] end = END.getBytes(StandardCharsets.UTF_8);
    byte[] text = Arrays.copyOf(content, open + end.length);
    System.arraycopy(end, 0, text, open, end.length);
    byte[] seal = seal(Sha256.hex(text)).getBytes(StandardCharsets.UTF_8);
    return Arrays.equals(content, open, content.length, seal, 0, seal.length);
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
}
