package io.credence.parquet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation.ListLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.StringLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/**
 * The entry by which pandas finds its index, time zones and nullable integers again. Its parts are
 * those of the developers' guide of pandas, "Storing pandas DataFrame objects in Apache Parquet
 * format".
 */
final class PandasEntry {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String NAME = "name";
  private static final String FIELD = "field_name";
  private static final String TYPE = "pandas_type";
  private static final String NUMPY = "numpy_type";
  private static final String TEXT = "unicode";

  /** Kinds of column labels that are texts, or of which there are none. */
  private static final Set<String> TEXTS = Set.of(TEXT, "string", "empty");

  private final ObjectNode entry;

  private PandasEntry(ObjectNode entry) {
    this.entry = entry;
  }

  /** Takes an entry apart; null when it is none. */
  static @Nullable PandasEntry of(String json) {
    try {
      return JSON.readTree(json) instanceof ObjectNode entry ? new PandasEntry(entry) : null;
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  String json() {
    return entry.toString();
  }

  /**
   * Makes the entry true for an output.
   *
   * @param hasCategories whether Arrow's own entry tells which columns are categories
   * @param leftOut receives a line for each thing that is lost
   */
  void mend(List<Type> own, List<Type> appended, boolean hasCategories, List<String> leftOut) {
    mendColumns(own, appended, hasCategories);
    mendIndex(own, leftOut);
    mendLabels(leftOut);
    if (entry.has("partition_columns")) {
      entry.putArray("partition_columns"); // They are columns of the output.
    }
  }

  private void mendColumns(List<Type> own, List<Type> appended, boolean hasCategories) {
    List<JsonNode> columns = new ArrayList<>();
    for (JsonNode column : entry.path("columns")) {
      Type type = find(own, column.path(column.hasNonNull(FIELD) ? FIELD : NAME).asText());
      if (type != null) {
        columns.add(hasCategories ? column : withoutCategories(column, type));
      }
    }
    appended.forEach(type -> columns.add(column(type)));
    entry.putArray("columns").addAll(columns);
  }

  /** Only Arrow's entry makes categories of values; without it, a reader would miss them. */
  private static JsonNode withoutCategories(JsonNode column, Type type) {
    return column.path(TYPE).asText().equals("categorical")
        ? described(column.deepCopy(), type)
        : column;
  }

  private static JsonNode column(Type type) {
    ObjectNode column = JSON.createObjectNode();
    return described(column.put(NAME, type.getName()).put(FIELD, type.getName()), type);
  }

  private static JsonNode described(ObjectNode column, Type type) {
    if (!type.isPrimitive()) {
      column.put(TYPE, nested(type.asGroupType())).put(NUMPY, "object");
    } else if (isText(type)) {
      column.put(TYPE, TEXT).put(NUMPY, "object");
    } else {
      String number = number(type.asPrimitiveType());
      column.put(TYPE, number.equals("object") ? "bytes" : number).put(NUMPY, number);
    }
    return column.putNull("metadata");
  }

  /** Lists of values have a word of their own; whatever else lies in columns is an object. */
  private static String nested(GroupType type) {
    Type inner = type.getType(0);
    if (type.getLogicalTypeAnnotation() instanceof ListLogicalTypeAnnotation
        && !inner.isPrimitive()
        && inner.asGroupType().getFieldCount() == 1
        && inner.asGroupType().getType(0).isPrimitive()) {
      Type value = inner.asGroupType().getType(0);
      return isText(value) ? "list[unicode]" : "list[" + number(value.asPrimitiveType()) + "]";
    }
    return "object";
  }

  private static String number(PrimitiveType type) {
    return switch (type.getPrimitiveTypeName()) {
      case DOUBLE, FLOAT -> "float64";
      case BOOLEAN -> "bool";
      case INT32, INT64 -> "int64";
      default -> "object";
    };
  }

  private static boolean isText(Type type) {
    return type.getLogicalTypeAnnotation() instanceof StringLogicalTypeAnnotation;
  }

  /** An index that is counted rather than stored is counted for all rows of the input file. */
  private void mendIndex(List<Type> own, List<String> leftOut) {
    ArrayNode stored = JSON.createArrayNode();
    for (JsonNode index : entry.path("index_columns")) {
      if (index.isTextual() && find(own, index.asText()) != null) {
        stored.add(index);
      } else if (index.isObject() && !isDefault(index)) {
        leftOut.add(
            "the row labels of pandas%s, which the input counts and does not store;"
                    .formatted(index.hasNonNull(NAME) ? " named " + index.get(NAME) : "")
                + " reset_index() before to_parquet() makes them a column");
      }
    }
    entry.set("index_columns", stored);
  }

  private static boolean isDefault(JsonNode range) {
    return !range.hasNonNull(NAME)
        && range.path("start").asLong(0) == 0
        && range.path("step").asLong(1) == 1;
  }

  /** A file's names are texts, and what is appended has no other. */
  private void mendLabels(List<String> leftOut) {
    JsonNode levels = entry.path("column_indexes");
    boolean texts =
        levels.isEmpty()
            || (levels.size() == 1 && TEXTS.contains(levels.path(0).path(TYPE).asText()));
    if (texts) {
      return;
    }
    String types =
        Stream.iterate(0, i -> i < levels.size(), i -> i + 1)
            .map(i -> levels.path(i).path(TYPE).asText())
            .collect(Collectors.joining(", "));
    leftOut.add("that the column labels of pandas are %s: they become texts".formatted(types));
    ObjectNode level = entry.putArray("column_indexes").addObject();
    level.putNull(NAME).putNull(FIELD).put(TYPE, TEXT).put(NUMPY, "object");
    level.putObject("metadata").put("encoding", "UTF-8");
  }

  private static @Nullable Type find(List<Type> fields, String name) {
    return fields.stream().filter(field -> field.getName().equals(name)).findFirst().orElse(null);
  }
}
