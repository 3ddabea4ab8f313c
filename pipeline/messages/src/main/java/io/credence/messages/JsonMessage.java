package io.credence.messages;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.credence.deadletter.UnscorableException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads messages that are JSON objects: the values of the fields that a model needs, and where the
 * object ends, so that more fields can be put behind those it has. All else about it stays as it
 * is, to the byte: unknown fields, the digits of numbers, white space.
 *
 * <p>Not thread-safe: an instance holds one message at a time.
 */
public final class JsonMessage {

  /** UTF-8 alone: positions are known in no other encoding. */
  private static final JsonFactory JSON =
      JsonFactory.builder().disable(JsonFactory.Feature.CHARSET_DETECTION).build();

  private static final byte[] MARK = "\uFEFF".getBytes(UTF_8);

  private final Utf8Check utf8 = new Utf8Check();
  private final JsonFields fields;
  private byte[] bytes = {};
  private int end;

  /**
   * Reads these fields.
   *
   * @param fields what a model needs, in the order of the numbers by which they are asked for
   * @param reserved what a message must not have, because it is to be added
   */
  public JsonMessage(List<String> fields, List<String> reserved) {
    this.fields = new JsonFields(fields, reserved);
  }

  /**
   * Takes the next message.
   *
   * @throws UnscorableException when it is not one JSON object in UTF-8, names a field twice, or
   *     has one that is to be added
   */
  public void read(byte @Nullable [] message) throws UnscorableException {
    if (message == null) {
      throw Undecodable.because("must be a JSON object, but the message has no value");
    }
    requireUtf8(message);
    bytes = message;
    try (JsonParser parser = JSON.createParser(message)) {
      read(parser);
    } catch (JsonProcessingException e) {
      throw Undecodable.because("must be a JSON object, but " + e.getOriginalMessage());
    } catch (IOException e) {
      // Of bytes in memory, nothing but the bytes can be at fault.
      throw Undecodable.because("must be a JSON object, but " + e.getMessage());
    }
  }

  /** Of what no model reads, the parser would not tell. */
  private void requireUtf8(byte[] message) throws UnscorableException {
    int malformed = utf8.malformed(message, 0, message.length);
    if (malformed >= 0) {
      throw Undecodable.because(
          "must be a JSON object in UTF-8, but is not UTF-8 at byte " + malformed);
    }
    if (message.length >= MARK.length
        && Arrays.equals(message, 0, MARK.length, MARK, 0, MARK.length)) {
      throw Undecodable.because("must be a JSON object, but begins with a byte-order mark");
    }
  }

  private void read(JsonParser parser) throws IOException, UnscorableException {
    parser.nextToken();
    fields.read(parser);
    end = (int) parser.currentTokenLocation().getByteOffset();
    if (parser.nextToken() != null) {
      throw Undecodable.because("must be one JSON object, but more follows it");
    }
  }

  /** The value of a field of the message; null when it is absent or null. */
  public @Nullable Object value(int field) {
    return fields.value(field);
  }

  /** The message, with more fields behind those it has. */
  byte[] with(byte[] added) {
    return JsonScore.spliced(bytes, end, fields.isEmpty(), added);
  }
}
