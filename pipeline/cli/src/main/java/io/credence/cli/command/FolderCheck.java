package io.credence.cli.command;

import io.credence.cli.options.FolderOptions;
import io.credence.jobs.sink.folder.PublishTerms;
import io.credence.jobs.sink.folder.RunFolders;
import io.credence.parquet.ParquetInput;
import io.credence.problem.Problems;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Checks the folders that results and dead letters go to, alike for all commands. */
final class FolderCheck {

  private final FolderOptions options;
  private final SharedDisk shared;
  private final Problems problems;
  private String earlier = "";

  /**
   * @param problems receives a line for each fault
   */
  FolderCheck(FolderOptions options, SharedDisk shared, Problems problems) {
    this.options = options;
    this.shared = shared;
    this.problems = problems;
  }

  /**
   * The folders; null when workers don't see them.
   *
   * @param inputs the files that are read
   */
  @Nullable RunFolders folders(String output, List<ParquetInput> inputs) {
    String folder = Locations.absolute(output);
    String letters = options.getDeadLetters();
    boolean isShared = shared.has("--output", output);
    isShared &= letters == null || shared.has("--deadLetters", letters);
    if (!isShared) {
      return null;
    }
    String lettersFolder =
        letters == null ? RunFolders.deadLettersBeneath(folder) : Locations.absolute(letters);
    RunFolders folders = new RunFolders(folder, lettersFolder, UUID.randomUUID().toString());
    earlier = new OutputCheck("--output", folders, problems).check(inputs, options.getOverwrite());
    return folders;
  }

  /** On which terms results are published in the folders that were checked. */
  PublishTerms terms() {
    return new PublishTerms(options.getOverwrite(), earlier, options.getFsync());
  }

  /** Checks the share of dead letters that is allowed. */
  static void checkShare(double share, Problems problems) {
    if (!(share >= 0 && share <= 1)) {
      problems.add("--maxDeadLetterShare: must be from 0 to 1, but is " + share);
    }
  }
}
