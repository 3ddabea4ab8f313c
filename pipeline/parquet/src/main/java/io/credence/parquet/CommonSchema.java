package io.credence.parquet;

import io.credence.problem.Problems;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/** Requires that the files of a run have the same columns, so that its outputs have, too. */
final class CommonSchema {

  private final Problems problems;
  private final List<String> notes;

  CommonSchema(Problems problems, List<String> notes) {
    this.problems = problems;
    this.notes = notes;
  }

  /**
   * The inputs; where some know the type of a column that is null in others, all have that type.
   */
  List<ParquetInput> of(List<ParquetInput> inputs) {
    Set<MessageType> schemas = new LinkedHashSet<>();
    inputs.forEach(input -> schemas.add(input.schema()));
    if (schemas.size() < 2) {
      return inputs;
    }
    SchemaUnion union = SchemaUnion.of(List.copyOf(schemas));
    List<ParquetInput> unlike =
        inputs.stream().filter(input -> !union.fits(input.schema())).toList();
    if (unlike.isEmpty()) {
      return writtenAs(union.schema(), inputs);
    }
    unlike.forEach(input -> refuse(input, inputs));
    return inputs;
  }

  private List<ParquetInput> writtenAs(MessageType all, List<ParquetInput> inputs) {
    Set<String> changed = new LinkedHashSet<>();
    List<ParquetInput> written = new ArrayList<>();
    for (ParquetInput input : inputs) {
      List<String> other = others(input.schema(), all);
      changed.addAll(other);
      written.add(other.isEmpty() ? input : input.writtenAs(all));
    }
    if (!changed.isEmpty()) {
      notes.add(
          "Null in some of the files, and written with the type that it has in others: "
              + String.join(", ", changed));
    }
    return written;
  }

  /** The columns that have another type among all files. */
  private static List<String> others(MessageType file, MessageType all) {
    List<String> others = new ArrayList<>();
    for (int i = 0; i < all.getFieldCount(); i++) {
      if (!file.getType(i).equals(all.getType(i))) {
        others.add(all.getFieldName(i));
      }
    }
    return others;
  }

  private void refuse(ParquetInput input, List<ParquetInput> inputs) {
    ParquetInput other =
        inputs.stream()
            .filter(candidate -> !SchemaUnion.fit(candidate.schema(), input.schema()))
            .findFirst()
            .orElse(inputs.get(0));
    problems.add(
        "%s has other columns than %s: %s; score them in runs of their own"
            .formatted(input.file(), other.file(), difference(other.schema(), input.schema())));
  }

  private static String difference(MessageType first, MessageType other) {
    List<String> differences = new ArrayList<>();
    for (Type field : other.getFields()) {
      if (!first.containsField(field.getName())) {
        differences.add("it adds '" + FieldCheck.line(field) + "'");
      } else if (!SchemaUnion.fit(field, first.getType(field.getName()))) {
        differences.add(
            "it has '%s' in place of '%s'"
                .formatted(
                    FieldCheck.line(field), FieldCheck.line(first.getType(field.getName()))));
      }
    }
    for (Type field : first.getFields()) {
      if (!other.containsField(field.getName())) {
        differences.add("it lacks '" + FieldCheck.line(field) + "'");
      }
    }
    return differences.isEmpty() ? "their order differs" : String.join(", ", differences);
  }
}
