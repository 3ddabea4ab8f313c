package io.credence.server.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON as maps, lists, texts, numbers and truth values, for documents that are made of parts. */
public final class JsonTree {

  private JsonTree() {}

  /**
   * An object.
   *
   * @param pairs a name, its value, and so on
   */
  public static Map<String, Object> object(Object... pairs) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      object.put((String) pairs[i], pairs[i + 1]);
    }
    return object;
  }

  /** The bytes of an object. */
  public static byte[] bytes(Map<String, Object> object) {
    return Json.object(out -> members(object, out));
  }

  private static void members(Map<?, ?> object, JsonGenerator out) throws IOException {
    for (Map.Entry<?, ?> member : object.entrySet()) {
      out.writeFieldName((String) member.getKey());
      write(member.getValue(), out);
    }
  }

  private static void write(Object value, JsonGenerator out) throws IOException {
    if (value instanceof Map<?, ?> object) {
      out.writeStartObject();
      members(object, out);
      out.writeEndObject();
    } else if (value instanceof List<?> list) {
      out.writeStartArray();
      for (Object each : list) {
        write(each, out);
      }
      out.writeEndArray();
    } else if (value instanceof Double number) {
      Json.number(number, out);
    } else if (value instanceof Number number) {
      out.writeNumber(number.longValue());
    } else if (value instanceof Boolean truth) {
      out.writeBoolean(truth);
    } else {
      out.writeString(value.toString());
    }
  }
}
