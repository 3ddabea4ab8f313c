package io.credence.cli.command;

import io.credence.jobs.sink.folder.FolderSink;
import io.credence.jobs.sink.folder.Manifest;
import io.credence.jobs.sink.folder.RunFolders;
import io.credence.jobs.sink.folder.ShadowFolder;
import java.io.IOException;
import java.util.Optional;

/**
 * Results are published before the comparisons with a challenger. A job that fails between the two
 * leaves whole results, and its user must know.
 */
final class MissingComparisons {

  private MissingComparisons() {}

  /**
   * What to say of a job that failed.
   *
   * @return empty when its results are not whole, or nothing is missing beside them
   */
  static Optional<IOException> of(FolderSink sink, Throwable failure) {
    ShadowFolder shadow = sink.shadow();
    try {
      if (shadow == null || !isWhole(sink.folders()) || isWhole(shadow.folders())) {
        return Optional.empty();
      }
    } catch (IOException e) {
      failure.addSuppressed(e); // The first failure is the one to report.
      return Optional.empty();
    }
    return Optional.of(
        new IOException(
            ("the results in %s are whole, but the comparisons in %s are missing: %s;"
                    + " the same command with --overwrite writes both again")
                .formatted(
                    sink.folders().output(), shadow.folders().output(), Failures.line(failure)),
            failure));
  }

  private static boolean isWhole(RunFolders folders) throws IOException {
    return folders.account().filter(Manifest::complete).isPresent();
  }
}
