package io.credence.parquet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.example.data.Group;
import org.jspecify.annotations.Nullable;

/** The rows at the top of a file, to show them. */
public final class TopRows {

  private TopRows() {}

  /**
   * Reads rows.
   *
   * @param file a local path or a URI
   * @param count how many, at most as many as there are
   * @param columns of which the values are wanted
   * @return for each row the values of the columns, in their order
   */
  public static List<List<@Nullable Object>> of(String file, long count, List<String> columns)
      throws IOException {
    List<List<@Nullable Object>> all = new ArrayList<>();
    try (SplitReader rows = SplitReader.openFirst(file, count)) {
      GroupFields fields = GroupFields.of(rows.schema(), columns);
      for (Group row = rows.next(); row != null; row = rows.next()) {
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
          values.add(fields.value(row, i));
        }
        all.add(values);
      }
    }
    return all;
  }
}
