package io.credence.server.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.credence.server.refusal.Code;
import io.credence.server.refusal.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** An answer whose length depends on what was asked for, and which is no longer than allowed. */
public final class JsonAnswer {

  private static final int FIRST_BYTES = 4_096;

  private final int mostBytes;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(FIRST_BYTES);
  private final JsonGenerator out;

  /** An object that is open. */
  public JsonAnswer(int mostBytes) throws IOException {
    this.mostBytes = mostBytes;
    this.out = Json.generator(bytes);
    out.writeStartObject();
  }

  /** What writes its fields. */
  public JsonGenerator out() {
    return out;
  }

  /**
   * Goes on while there is room, which is to be asked after each record.
   *
   * @throws Refusal when there is none
   */
  public void requireRoom() throws Refusal {
    if (bytes.size() > mostBytes) {
      throw Refusal.of(
          Code.ANSWER_TOO_LARGE,
          "The answer must have at most %s bytes; ask for fewer records, bins or samples, or raise --maxAnswerBytes"
              .formatted(mostBytes));
    }
  }

  /** The object, which ends here. */
  public byte[] bytes() throws IOException {
    out.writeEndObject();
    out.close();
    return bytes.toByteArray();
  }
}
