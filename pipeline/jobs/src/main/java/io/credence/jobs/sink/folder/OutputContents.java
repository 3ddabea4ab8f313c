package io.credence.jobs.sink.folder;

import io.credence.files.Listing;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.beam.sdk.io.fs.ResourceId;

/** What lies in the folders of a run, which need not exist; but for temporary files. */
public final class OutputContents {

  private final RunFolders folders;

  public OutputContents(RunFolders folders) {
    this.folders = folders;
  }

  /** Results of any run, with their accounts, in the order of their names. */
  public List<ResourceId> results() throws IOException {
    List<ResourceId> results = new ArrayList<>(parts());
    ResourceId output = RunFolders.folder(folders.output());
    for (String account : List.of(RunFolders.MANIFEST, RunFolders.FAILURE)) {
      results.addAll(Listing.of(output, account));
    }
    results.addAll(letters(true, Set.of()));
    results.sort(Comparator.comparing(ResourceId::toString));
    return results;
  }

  /**
   * What Credence did not write into the folder of scored files. Hidden files do not count, and
   * folders only where they are named like its files.
   */
  public List<ResourceId> foreign() throws IOException {
    return foreign(folders.output(), OutputNames::isOfOutput);
  }

  /** The same of the folder of dead letters. */
  public List<ResourceId> foreignToDeadLetters() throws IOException {
    return foreign(folders.deadLetters(), OutputNames::isDeadLetters);
  }

  private static List<ResourceId> foreign(String folder, Predicate<String> own) throws IOException {
    ResourceId in = RunFolders.folder(folder);
    List<ResourceId> foreign = new ArrayList<>();
    for (ResourceId file : Listing.of(in, "*")) {
      String name = OutputNames.last(file);
      if (!own.test(name) && !name.startsWith(".")) {
        foreign.add(file);
      }
    }
    for (ResourceId inner : Listing.store(in).folders(in)) {
      if (own.test(OutputNames.last(inner))) {
        foreign.add(inner);
      }
    }
    return foreign;
  }

  /** The scored files of all runs. */
  List<ResourceId> parts() throws IOException {
    return matching(RunFolders.folder(folders.output()), OutputNames::isScored);
  }

  /**
   * The dead letters of all runs of this output. In a folder that was chosen for them, other jobs
   * may have theirs: there, only those of the runs that are named.
   *
   * @param all whether also those of runs that were not given up
   */
  Set<ResourceId> letters(boolean all, Set<String> runs) throws IOException {
    String beneath = RunFolders.folder(RunFolders.deadLettersBeneath(folders.output())).toString();
    Set<ResourceId> letters = new LinkedHashSet<>();
    for (ResourceId folder : folders.letterFolders()) {
      boolean ours = folder.toString().startsWith(beneath);
      for (ResourceId letter : matching(folder, OutputNames::isDeadLetters)) {
        if ((all || OutputNames.isGivenUp(letter))
            && (ours || runs.stream().anyMatch(run -> OutputNames.isOf(run, letter)))) {
          letters.add(letter);
        }
      }
    }
    return letters;
  }

  /** Files of this run that have their names. */
  List<ResourceId> ofThisRun() throws IOException {
    List<ResourceId> files = new ArrayList<>(parts());
    for (ResourceId folder : folders.letterFolders()) {
      files.addAll(matching(folder, OutputNames::isDeadLetters));
    }
    return files.stream().filter(file -> OutputNames.isOf(folders.run(), file)).toList();
  }

  private static List<ResourceId> matching(ResourceId folder, Predicate<String> name)
      throws IOException {
    return Listing.of(folder, "*").stream()
        .filter(file -> name.test(OutputNames.last(file)))
        .toList();
  }
}
