package io.credence.jobs.labels;

import io.credence.jobs.source.files.FilesSource;
import java.util.List;

/**
 * Files that hold labels.
 *
 * @param source their rows
 * @param key the column of both labels and records whose value they share: whole numbers in both,
 *     or texts in both
 * @param columns the column of the label of each output of the model, in their order
 */
public record LabelFiles(FilesSource source, String key, List<String> columns) {

  public LabelFiles {
    columns = List.copyOf(columns);
  }
}
