package io.credence.pipeline.command;

import io.credence.pipeline.batch.KeptFields;
import io.credence.pipeline.options.ScoreOptions;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/** What {@code --deadLetterColumns} asks for. */
final class DeadLetterColumns {

  private static final String NONE = "none";

  private DeadLetterColumns() {}

  /**
   * The columns that dead letters keep.
   *
   * @param schema of the input; null when there is none to compare with
   */
  static KeptFields of(ScoreOptions options, @Nullable MessageType schema, List<String> problems) {
    String columns = options.getDeadLetterColumns();
    if (columns == null) {
      return KeptFields.ALL;
    }
    if (columns.equals(NONE)) {
      if (schema != null && schema.containsField(NONE)) {
        problems.add(
            "--deadLetterColumns=none: could mean the input's column 'none', or no column; rename that column");
      }
      return new KeptFields(Set.of());
    }
    Set<String> names = new TreeSet<>(List.of(columns.split(",", -1)));
    for (String name : names) {
      if (schema != null && !schema.containsField(name)) {
        problems.add(
            "--deadLetterColumns=%s: the input has no column '%s'".formatted(columns, name));
      }
    }
    return new KeptFields(names);
  }

  /** A message is kept as it is in a dead letter, so that it can be sent again. */
  static void refuseForTopics(ScoreOptions options, List<String> problems) {
    if (options.getDeadLetterColumns() != null) {
      problems.add(
          "--deadLetterColumns=%s: is for files that are scored into a folder; a topic's dead letters hold messages whole, so restrict who may read them"
              .formatted(options.getDeadLetterColumns()));
    }
  }
}
