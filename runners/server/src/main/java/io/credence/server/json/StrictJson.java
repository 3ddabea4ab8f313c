package io.credence.server.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.credence.messages.Utf8Check;
import io.credence.server.refusal.Code;
import io.credence.server.refusal.Refusal;
import java.io.IOException;

/**
 * Reads JSON that can be read in one way only: one object in UTF-8, without a name that stands
 * twice in an object, at any depth.
 */
public final class StrictJson {

  /** No request of ours is nested deeper than a tensor of records of vectors. */
  private static final int MAX_DEPTH = 50;

  /** Names come from clients, and are not kept for longer than a request. */
  private static final JsonFactory STRICT =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.CHARSET_DETECTION)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
          .build();

  /** For what was read strictly before. */
  private static final JsonFactory AGAIN =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.CHARSET_DETECTION)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
          .build();

  private StrictJson() {}

  /**
   * Reads the object that a body is.
   *
   * @throws Refusal when it is none, or when a member refuses what it reads
   */
  public static void read(byte[] body, Members members) throws Refusal {
    int malformed = new Utf8Check().malformed(body, 0, body.length);
    if (malformed >= 0) {
      throw invalid("is not UTF-8 at byte " + malformed);
    }
    try (JsonParser parser = STRICT.createParser(body)) {
      if (parser.nextToken() == null) {
        throw invalid("is empty");
      }
      members.read(parser, "");
      if (parser.nextToken() != null) {
        throw invalid("has more behind its object");
      }
    } catch (JsonProcessingException e) {
      throw invalid("is not: " + e.getOriginalMessage());
    } catch (IOException e) {
      // Of bytes in memory, nothing but the bytes can be at fault.
      throw invalid("is not: " + e.getMessage());
    }
  }

  /**
   * Reads an object or a list of a body once more, which stands at an offset.
   *
   * @return a parser that stands at its beginning
   */
  public static JsonParser again(byte[] body, int offset) throws IOException {
    JsonParser parser = AGAIN.createParser(body, offset, body.length - offset);
    parser.nextToken();
    return parser;
  }

  private static Refusal invalid(String fault) {
    return Refusal.of(Code.INVALID_JSON, "The body must be an object of JSON, but " + fault);
  }
}
