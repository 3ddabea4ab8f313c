package io.credence.cli.command;

import io.credence.cli.options.ScoreOptions;
import io.credence.files.Listing;
import io.credence.jobs.sink.folder.RunFolders;
import io.credence.jobs.sink.folder.TemporaryFolders;
import io.credence.jobs.sink.rolling.FolderCheckpoint;
import io.credence.jobs.sink.rolling.RollingFolders;
import io.credence.kafka.TopicLocation;
import io.credence.problem.Problems;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.jspecify.annotations.Nullable;

/**
 * Checks the folders of a stream. A stream adds files to those that it has, so that there is
 * nothing to be replaced.
 */
final class RollingFolderCheck {

  private final SharedDisk shared;
  private final Problems problems;

  RollingFolderCheck(SharedDisk shared, Problems problems) {
    this.shared = shared;
    this.problems = problems;
  }

  /** What options name; null when that can't be. */
  @Nullable RollingFolders folders(ScoreOptions options) {
    String output = Required.option("--output", options.getOutput(), problems);
    String letters = options.getDeadLetters();
    if (options.getOverwrite()) {
      problems.add("--overwrite: a stream adds to what a folder holds; leave it out");
    }
    if (letters != null && TopicLocation.isMeant(letters)) {
      problems.add("--deadLetters=%s: must be a folder, as --output is one".formatted(letters));
      return null;
    }
    if (output == null
        || !shared.has("--output", output)
        || (letters != null && !shared.has("--deadLetters", letters))) {
      return null;
    }
    String folder = Locations.absolute(output);
    String lettersFolder =
        letters == null ? RunFolders.deadLettersBeneath(folder) : Locations.absolute(letters);
    if (Locations.folder(folder).equals(Locations.folder(lettersFolder))) {
      problems.add("--deadLetters=%s: must be another folder than --output".formatted(letters));
    }
    return new RollingFolders(folder, lettersFolder);
  }

  /** Looks at what the folders hold, and whether they can be written to. */
  void check(FolderCheckpoint checkpoint) {
    RollingFolders folder = checkpoint.folders();
    RunFolders folders =
        new RunFolders(folder.output(), folder.deadLetters(), UUID.randomUUID().toString());
    requireOwn("--output", folder.output());
    requireOwn("--deadLetters", folder.deadLetters());
    if (!problems.isEmpty()) {
      return;
    }
    checkContents(folders, checkpoint);
    if (problems.isEmpty()) {
      probe("--output", folder.output(), folders);
      probe("--deadLetters", folder.deadLetters(), folders);
    }
  }

  private void requireOwn(String option, String folder) {
    try {
      Optional<ResourceId> other = RollingFolders.inPlaceOfOwn(folder);
      if (other.isPresent()) {
        problems.add(
            "%s=%s: %s must be a folder of this stream's own, and is a link or a file; move it away, or choose another folder"
                .formatted(option, folder, other.get()));
      }
    } catch (IOException | IllegalArgumentException e) {
      problems.add(cannotUse(option, folder, e));
    }
  }

  private void checkContents(RunFolders folders, FolderCheckpoint checkpoint) {
    try {
      if (Listing.size(folders.manifest()).isPresent()) {
        problems.add(
            "--output=%s: holds the results of a batch; choose another folder"
                .formatted(folders.output()));
      }
      Optional<String> other = checkpoint.otherTopic();
      if (other.isPresent()) {
        problems.add(
            "--output=%s: holds messages of a topic '%s' that is another one, or of another cluster, or was deleted and created again; choose another folder"
                .formatted(folders.output(), other.get()));
      }
    } catch (IOException | IllegalArgumentException e) {
      problems.add(cannotUse("--output", folders.output(), e));
    }
  }

  private void probe(String option, String folder, RunFolders folders) {
    try {
      new TemporaryFolders(folders).probe(folder);
    } catch (IOException | IllegalArgumentException e) {
      problems.add(cannotUse(option, folder, e));
    }
  }

  private static String cannotUse(String option, String folder, Exception reason) {
    return "%s=%s: can't be used: %s".formatted(option, folder, Failures.line(reason));
  }
}
