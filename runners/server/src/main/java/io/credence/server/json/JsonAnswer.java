package io.credence.server.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/** An answer whose length depends on what was asked for, and which is no longer than allowed. */
public final class JsonAnswer {

  private final Parts parts;
  private final JsonGenerator out;

  /**
   * An object that is open.
   *
   * @param mostBytes that it may have
   * @param memory is asked for what it takes
   */
  public JsonAnswer(int mostBytes, Memory memory) throws IOException {
    this.parts = new Parts(mostBytes, memory);
    this.out = Json.generator(parts);
    out.writeStartObject();
  }

  /** What writes its fields; throws {@link NoRoomException} when there is no room for them. */
  public JsonGenerator out() {
    return out;
  }

  /** The object, which ends here. */
  public List<ByteBuffer> parts() throws IOException {
    out.writeEndObject();
    out.close();
    return parts.all();
  }
}
