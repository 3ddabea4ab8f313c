package io.credence.cli.command;

import io.credence.cli.options.FolderOptions;
import io.credence.cli.options.ScoreOptions;
import io.credence.jobs.sink.folder.KeptFields;
import io.credence.parquet.FieldCheck;
import io.credence.parquet.ParquetInput;
import io.credence.problem.Problems;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What {@code --deadLetterColumns} asks for. */
final class DeadLetterColumns {

  private static final String NONE = "none";

  private DeadLetterColumns() {}

  /**
   * The columns that dead letters keep.
   *
   * @param input one of the input's files; null when there is none to compare with
   */
  static KeptFields of(FolderOptions options, @Nullable ParquetInput input, Problems problems) {
    FieldCheck fields = input == null ? null : new FieldCheck(input);
    String columns = options.getDeadLetterColumns();
    if (columns == null) {
      return KeptFields.ALL;
    }
    if (columns.equals(NONE)) {
      if (fields != null && fields.has(NONE)) {
        problems.add(
            "--deadLetterColumns=none: could mean the input's column 'none', or no column; rename"
                + " that column");
      }
      return new KeptFields(Set.of());
    }
    Set<String> names = new TreeSet<>(List.of(columns.split(",", -1)));
    for (String name : names) {
      if (fields != null && !fields.has(name)) {
        problems.add(
            "--deadLetterColumns=%s: the input has no column '%s'".formatted(columns, name));
      }
    }
    return new KeptFields(names);
  }

  /** A message is kept as it is in a dead letter, so that it can be sent again. */
  static void refuseForTopics(ScoreOptions options, Problems problems) {
    if (options.getDeadLetterColumns() != null) {
      problems.add(
          "--deadLetterColumns=%s: is for files that are scored into a folder; a topic's dead letters hold messages whole, so restrict who may read them"
              .formatted(options.getDeadLetterColumns()));
    }
  }
}
