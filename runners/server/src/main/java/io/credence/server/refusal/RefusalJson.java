package io.credence.server.refusal;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The one shape in which all that is refused is answered, a request or one of its records. */
public final class RefusalJson {

  private RefusalJson() {}

  /** Writes its fields into the object that is open. Those that it lacks are null. */
  public static void fields(Refusal refusal, JsonGenerator out) throws IOException {
    out.writeStringField("error", refusal.reason());
    out.writeStringField("code", refusal.code());
    text("field", refusal.field(), out);
    text("value", refusal.value(), out);
    text("expected", refusal.expected(), out);
  }

  private static void text(String name, @Nullable String value, JsonGenerator out)
      throws IOException {
    out.writeFieldName(name);
    if (value == null) {
      out.writeNull();
    } else {
      out.writeString(value);
    }
  }
}
