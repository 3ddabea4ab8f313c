package io.credence.cli.command;

import io.credence.files.Listing;
import io.credence.jobs.evaluation.EvaluationFiles;
import io.credence.parquet.ParquetInput;
import io.credence.problem.Problems;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks the folder of an evaluation.
 *
 * @param problems receives a line when it can't be used
 */
record EvaluationFolderCheck(SharedDisk shared, Problems problems) {

  static final String OPTION = "--output";

  /**
   * The files that the folder is to hold; null when it can't.
   *
   * @param read all files that are read
   */
  @Nullable EvaluationFiles files(
      @Nullable String output, boolean overwrite, List<ParquetInput> read) {
    if (output == null || !shared.has(OPTION, output)) {
      return null;
    }
    EvaluationFiles files = new EvaluationFiles(Locations.absolute(output));
    String folder = Locations.folderOf(files.file(EvaluationFiles.DOCUMENT).toString());
    if (read.stream().anyMatch(input -> Locations.folderOf(input.file()).equals(folder))) {
      problems.add(
          "%s=%s: holds files that are read; tables beside them would be read as such, too"
              .formatted(OPTION, output));
      return null;
    }
    try {
      for (String name : EvaluationFiles.NAMES) {
        if (Listing.size(files.file(name)).isPresent() && !overwrite) {
          problems.add(
              "%s=%s: already holds %s; --overwrite replaces it".formatted(OPTION, output, name));
          return null;
        }
      }
      if (!overwrite && !files.windows().isEmpty()) {
        problems.add(
            "%s=%s: already holds figures of windows; --overwrite replaces them"
                .formatted(OPTION, output));
        return null;
      }
      return files;
    } catch (IOException | IllegalArgumentException e) {
      problems.add("%s=%s: can't be written to: %s".formatted(OPTION, output, Failures.line(e)));
      return null;
    }
  }
}
