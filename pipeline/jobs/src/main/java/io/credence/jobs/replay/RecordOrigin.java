package io.credence.jobs.replay;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a record of a dead letter came from. */
final class RecordOrigin {

  private final Map<String, String> parts = new HashMap<>();

  /** Reads what a dead letter has as its source, of whatever form. */
  void read(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return;
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      if (parser.nextToken().isScalarValue()) {
        parts.put(name, parser.getText());
      }
      parser.skipChildren();
    }
  }

  /** Such as {@code january.parquet#17} or {@code flights/3/1289}; null when it is not known. */
  @Nullable String text() {
    if (parts.containsKey("file")) {
      return parts.get("file") + "#" + parts.get("row");
    }
    return parts.containsKey("topic")
        ? parts.get("topic") + "/" + parts.get("partition") + "/" + parts.get("offset")
        : null;
  }
}
