package io.credence.cli.command;

import io.credence.beam.store.ObjectStore;
import io.credence.files.Listing;
import io.credence.jobs.sink.folder.Manifest;
import io.credence.jobs.sink.folder.OutputContents;
import io.credence.jobs.sink.folder.RunFolders;
import io.credence.jobs.sink.folder.TemporaryFolders;
import io.credence.parquet.ParquetInput;
import io.credence.problem.Problems;
import java.io.IOException;
import java.util.List;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.ResourceId;

/** Checks that results can be written, and that no other files would be lost or mixed in. */
final class OutputCheck {

  private final String option;
  private final RunFolders folders;
  private final Problems problems;

  /**
   * @param option which names the folder of results
   */
  OutputCheck(String option, RunFolders folders, Problems problems) {
    this.option = option;
    this.folders = folders;
    this.problems = problems;
  }

  /**
   * Checks.
   *
   * @return identifies the manifest that is there, as {@link Manifest#identity} does
   */
  String check(List<ParquetInput> inputs, boolean overwrite) {
    String earlier = "";
    String output = Locations.folder(folders.output());
    String letters = Locations.folder(folders.deadLetters());
    if (output.equals(letters)) {
      problems.add("--deadLetters=%s: must be another folder than %s".formatted(letters, option));
    }
    boolean apart = !letters.startsWith(output);
    if (canBe(option, folders.output())
        && (!apart || canBe("--deadLetters", folders.deadLetters()))
        && apartFromInput(option, output, inputs)
        && apartFromInput("--deadLetters", letters, inputs)) {
      earlier = checkContents(apart, overwrite);
    }
    // Last, because it writes: a refused request changes nothing.
    if (problems.isEmpty()) {
      probe(option, folders.output());
      if (apart) {
        probe("--deadLetters", folders.deadLetters());
      }
    }
    return earlier;
  }

  /** Whether there is a file system for it. */
  private boolean canBe(String option, String folder) {
    try {
      FileSystems.matchNewResource(folder, true);
      return true;
    } catch (IllegalArgumentException e) {
      problems.add(cannotWrite(option, folder, e));
      return false;
    }
  }

  private static String cannotWrite(String option, String folder, Exception reason) {
    return "%s=%s: can't be written to: %s".formatted(option, folder, Failures.line(reason));
  }

  /** Results that were to be replaced may be what is to be scored now. */
  private boolean apartFromInput(String option, String folder, List<ParquetInput> inputs) {
    for (ParquetInput input : inputs) {
      if (Locations.folderOf(input.file()).equals(folder)) {
        problems.add(
            "%s=%s: is where the input %s lies, which is never replaced; choose another folder"
                .formatted(option, folder, input.file()));
        return false;
      }
    }
    return true;
  }

  private String checkContents(boolean apart, boolean overwrite) {
    OutputContents contents = new OutputContents(folders);
    String earlier = "";
    try {
      // First of all: what comes later than this, the run does not replace.
      earlier = overwrite ? Manifest.identity(folders.manifest()) : "";
      checkClaim();
      requireOwn(option, folders.output(), contents.foreign());
    } catch (IOException | IllegalArgumentException e) {
      problems.add(cannotList(option, folders.output(), e));
      return "";
    }
    String lettersOption = apart ? "--deadLetters" : option;
    String folder = apart ? folders.deadLetters() : folders.output();
    try {
      requireOwn(lettersOption, folder, contents.foreignToDeadLetters());
    } catch (IOException | IllegalArgumentException e) {
      problems.add(cannotList(lettersOption, folder, e));
      return "";
    }
    if (!overwrite) {
      requireNoResults(contents);
    }
    return earlier;
  }

  private static String cannotList(String option, String folder, Exception reason) {
    return "%s=%s: can't be listed: %s".formatted(option, folder, Failures.line(reason));
  }

  /** Where a dead owner can be told, the publication sees to it. */
  private void checkClaim() throws IOException {
    ObjectStore store = Listing.store(folders.claim());
    if (!store.tellsTheDead() && store.size(folders.claim()).isPresent()) {
      problems.add(
          "%s=%s: a run is publishing its results, or was interrupted at it; when none is at work there, delete %s"
              .formatted(option, folders.output(), folders.claim()));
    }
  }

  private void requireOwn(String option, String folder, List<ResourceId> foreign) {
    if (!foreign.isEmpty()) {
      problems.add(
          "%s=%s: holds files that Credence did not write, such as %s; choose an empty folder"
              .formatted(option, folder, foreign.get(0)));
    }
  }

  private void requireNoResults(OutputContents contents) {
    try {
      List<ResourceId> results = contents.results();
      if (!results.isEmpty()) {
        problems.add(
            "%s=%s: already holds results, such as %s; --overwrite replaces them"
                .formatted(option, folders.output(), results.get(0).getFilename()));
      } else if (!new TemporaryFolders(folders).leftovers().isEmpty()) {
        problems.add(
            "%s=%s: holds files of a run that was interrupted, or is not over yet; --overwrite removes them"
                .formatted(option, folders.output()));
      }
    } catch (IOException | IllegalArgumentException e) {
      problems.add(cannotList(option, folders.output(), e));
    }
  }

  private void probe(String option, String folder) {
    try {
      new TemporaryFolders(folders).probe(folder);
    } catch (IOException | IllegalArgumentException e) {
      problems.add(cannotWrite(option, folder, e));
    }
  }
}
