package io.credence.messages.avro;

import io.credence.score.ScoredColumn;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;

/** The schema of records that keep their fields and get those of a score behind them. */
final class EnrichedSchema {

  private EnrichedSchema() {}

  /**
   * Appends the fields of a score, none of which is ever null. The record keeps its name, so that
   * who reads the input can read the output with the schema of the input; one that contains itself
   * can't, and gets a name that ends in {@code _scored}.
   *
   * @throws IllegalArgumentException when it is not the schema of a record, or has such a field
   */
  static Schema of(Schema input, List<ScoredColumn> columns) {
    if (input.getType() != Schema.Type.RECORD) {
      throw new IllegalArgumentException(
          "must be the schema of a record, but is that of a " + input.getType().getName());
    }
    try {
      return append(input, columns);
    } catch (AvroRuntimeException e) {
      throw new IllegalArgumentException("can't get more fields: " + e.getMessage(), e);
    }
  }

  private static Schema append(Schema input, List<ScoredColumn> columns) {
    List<Schema.Field> fields = new ArrayList<>();
    for (Schema.Field field : input.getFields()) {
      fields.add(new Schema.Field(field, field.schema()));
    }
    for (ScoredColumn column : columns) {
      if (input.getField(column.name()) != null) {
        throw new IllegalArgumentException(
            "has a field '" + column.name() + "' already, which scoring would add");
      }
      fields.add(new Schema.Field(column.name(), type(column)));
    }
    String name = containsItself(input) ? input.getName() + "_scored" : input.getName();
    Schema enriched =
        Schema.createRecord(name, input.getDoc(), input.getNamespace(), input.isError(), fields);
    input.getObjectProps().forEach(enriched::addProp);
    return enriched;
  }

  private static Schema type(ScoredColumn column) {
    return switch (column.type()) {
      case DOUBLE -> Schema.create(Schema.Type.DOUBLE);
      case LONG -> Schema.create(Schema.Type.LONG);
      case STRING -> Schema.create(Schema.Type.STRING);
      case DOUBLE_LIST -> Schema.createArray(Schema.create(Schema.Type.DOUBLE));
      case STRING_LIST -> Schema.createArray(Schema.create(Schema.Type.STRING));
    };
  }

  private static boolean containsItself(Schema record) {
    Set<Schema> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    return record.getFields().stream().anyMatch(field -> leadsTo(record, field.schema(), seen));
  }

  private static boolean leadsTo(Schema record, Schema from, Set<Schema> seen) {
    return switch (from.getType()) {
      case RECORD ->
          from.getFullName().equals(record.getFullName())
              || (seen.add(from)
                  && from.getFields().stream()
                      .anyMatch(field -> leadsTo(record, field.schema(), seen)));
      case ARRAY -> leadsTo(record, from.getElementType(), seen);
      case MAP -> leadsTo(record, from.getValueType(), seen);
      case UNION -> from.getTypes().stream().anyMatch(branch -> leadsTo(record, branch, seen));
      default -> false;
    };
  }
}
