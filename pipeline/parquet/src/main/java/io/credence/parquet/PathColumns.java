package io.credence.parquet;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjIntConsumer;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/**
 * The columns that a file's path names. They come behind those of the file; one that the file has
 * itself stays as it is, and must say the same in every row.
 *
 * @param columns in the order of the path
 */
public record PathColumns(ArrayList<PathColumn> columns) implements Serializable {

  /** Of a path that names none. */
  public static final PathColumns NONE = new PathColumns(new ArrayList<>());

  /** Copies a list. */
  public static PathColumns of(List<PathColumn> columns) {
    return new PathColumns(new ArrayList<>(columns));
  }

  /** The schema of rows with these columns. */
  MessageType append(MessageType file) {
    List<Type> fields = new ArrayList<>(file.getFields());
    columns.stream()
        .filter(column -> !file.containsField(column.name()))
        .forEach(column -> fields.add(column.type()));
    return fields.size() == file.getFieldCount() ? file : new MessageType(file.getName(), fields);
  }

  /** Completes the rows of a file, one by one. */
  Completion of(MessageType file) {
    return new Completion(file);
  }

  /** What is done to each row of a file. */
  final class Completion {

    private final List<ObjIntConsumer<Group>> added;
    private final List<PathColumn> stored;
    private final List<Type> types;

    /** Of each, the value that was last found to be the same: mostly all rows have it. */
    private final @Nullable Object[] same;

    private final GroupFields fields;
    private final int first;

    private Completion(MessageType file) {
      added =
          columns.stream()
              .filter(column -> !file.containsField(column.name()))
              .map(PathColumn::adder)
              .toList();
      stored = columns.stream().filter(column -> file.containsField(column.name())).toList();
      fields = GroupFields.of(file, stored.stream().map(PathColumn::name).toList());
      types = stored.stream().map(column -> file.getType(column.name())).toList();
      same = new @Nullable Object[stored.size()];
      first = file.getFieldCount();
    }

    void complete(Group row) throws IOException {
      for (int i = 0; i < stored.size(); i++) {
        Object value = fields.value(row, i);
        if (value != null && value.equals(same[i])) {
          continue;
        }
        if (!stored.get(i).isSame(value, types.get(i))) {
          throw new IOException(
              "its column %s says %s, but its path says %s; rename the column or the folder"
                  .formatted(stored.get(i).name(), value, stored.get(i).value()));
        }
        same[i] = value;
      }
      for (int i = 0; i < added.size(); i++) {
        added.get(i).accept(row, first + i);
      }
    }
  }
}
