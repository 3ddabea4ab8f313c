package io.credence.cli.command;

import io.credence.cli.options.EvaluateOptions;
import io.credence.jobs.labels.LabelFiles;
import io.credence.jobs.sink.folder.FolderSink;
import io.credence.jobs.source.files.FilesSource;
import io.credence.parquet.FieldCheck;
import io.credence.parquet.ParquetInput;
import io.credence.problem.Problems;
import java.util.List;
import java.util.Optional;

/** Finds the files of {@code --labels}, and checks that records can find their labels there. */
final class LabelFilesCheck {

  static final String OPTION = "--labels";
  private static final String KEY_OPTION = "--labelKey";

  private final EvaluateOptions options;
  private final SharedDisk shared;
  private final Problems problems;
  private final List<String> notes;

  LabelFilesCheck(
      EvaluateOptions options, SharedDisk shared, Problems problems, List<String> notes) {
    this.options = options;
    this.shared = shared;
    this.problems = problems;
    this.notes = notes;
  }

  /** The files; none when there are no such files, which is reported if some should be. */
  List<ParquetInput> find() {
    String pattern = options.getLabels();
    String key = options.getLabelKey();
    if (pattern == null && key != null) {
      problems.add(
          "%s=%s: is the key of %s, which is not given; without it, the labels are in --input"
              .formatted(KEY_OPTION, key, OPTION));
    } else if (pattern != null && key == null) {
      problems.add(
          "%s=%s: needs %s, the column that says which label is of which record"
              .formatted(OPTION, pattern, KEY_OPTION));
    }
    return pattern == null || RunnerCheck.isTopic(pattern)
        ? List.of()
        : new InputCheck(problems, notes)
            .find(OPTION, pattern, shared, options.getMaxPageBytes(), null);
  }

  /**
   * The labels of some records; empty when these hold their own, or something is wrong, which is
   * reported.
   *
   * @param files what {@link #find} found
   * @param input a file of the records
   * @param columns the columns that hold labels
   */
  Optional<LabelFiles> labels(List<ParquetInput> files, ParquetInput input, List<String> columns) {
    String key = options.getLabelKey();
    if (files.isEmpty() || key == null) {
      return Optional.empty();
    }
    FieldCheck fields = new FieldCheck(files.get(0), OPTION);
    new FieldCheck(input)
        .whyNotJoined(fields, key)
        .ifPresent(why -> problems.add("%s=%s: %s".formatted(KEY_OPTION, key, why)));
    for (String column : columns) {
      fields
          .whyNoKey(column)
          .ifPresent(why -> problems.add("--label=%s: %s".formatted(column, why)));
    }
    return Optional.of(
        new LabelFiles(FilesSource.of(files, FolderSink.ROWS_PER_SPLIT), key, columns));
  }
}
