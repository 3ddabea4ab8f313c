package io.credence.parquet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * The entry of GeoParquet, which says how to read columns of geometries. All of it holds for part
 * of the rows but the bounding box.
 */
final class GeoEntry {

  private static final JsonMapper JSON = new JsonMapper();

  private GeoEntry() {}

  /** The entry without bounding boxes; null when it is none. */
  static @Nullable String mended(String entry) {
    try {
      JsonNode geo = JSON.readTree(entry);
      if (!geo.isObject()) {
        return null;
      }
      for (JsonNode column : geo.path("columns")) {
        if (column instanceof ObjectNode described) {
          described.remove("bbox");
        }
      }
      return JSON.writeValueAsString(geo);
    } catch (JsonProcessingException e) {
      return null;
    }
  }
}
