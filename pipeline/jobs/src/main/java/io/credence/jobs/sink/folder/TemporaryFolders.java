package io.credence.jobs.sink.folder;

import io.credence.beam.store.ObjectStore;
import io.credence.files.Deletion;
import io.credence.files.Listing;
import io.credence.files.NamedChannel;
import java.io.Closeable;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.beam.sdk.io.fs.ResourceId;

/** The hidden folders that runs write their results into: that of this run, and those of others. */
public final class TemporaryFolders {

  /** What a run puts out of use. */
  private static final String SUPERSEDED = "superseded.json";

  private final RunFolders folders;

  public TemporaryFolders(RunFolders folders) {
    this.folders = folders;
  }

  /**
   * Writes a file into a folder, under a hidden name, and deletes it again, with all folders that
   * were made for it.
   *
   * @param folder one of the two
   * @throws IOException when that is not possible
   */
  public void probe(String folder) throws IOException {
    ResourceId probe = RunFolders.file(folders.temporary(folder), "probe");
    ObjectStore store = Listing.store(probe);
    List<ResourceId> missing = store.missingFolders(RunFolders.folder(folder));
    Closeable own = () -> Deletion.ofFolder(probe.getCurrentDirectory());
    Closeable above = () -> store.deleteEmpty(missing);
    try (above;
        own) {
      NamedChannel.create(probe, "application/octet-stream", false).close();
    }
  }

  /** Deletes what this run left: last where the next one looks, should this break off. */
  void delete() throws IOException {
    for (String folder : List.of(folders.deadLetters(), folders.output())) {
      Deletion.ofFolder(folders.temporary(folder));
    }
  }

  /** Files of runs that were interrupted, or that are running still. */
  public Set<ResourceId> leftovers() throws IOException {
    Set<ResourceId> leftovers = new LinkedHashSet<>();
    for (String folder : letterFoldersToo(folders.output())) {
      leftovers.addAll(Listing.of(RunFolders.folder(folder), OutputNames.TEMPORARY + "*/*"));
    }
    leftovers.addAll(
        Listing.of(
            RunFolders.folder(folders.output()), OutputNames.TEMPORARY + "*" + OutputNames.LOCK));
    return leftovers;
  }

  private static List<String> letterFoldersToo(String output) {
    return List.of(output, RunFolders.deadLettersBeneath(output));
  }

  /** Other runs that left files, and are not known to be alive. */
  Set<String> deadRuns() throws IOException {
    Set<String> dead = new LinkedHashSet<>();
    for (String run : otherRuns()) {
      ResourceId lock = lock(run);
      if (!Listing.store(lock).isHeld(lock)) {
        dead.add(run);
      }
    }
    return dead;
  }

  /** Also those whose folders are empty. */
  private Set<String> otherRuns() throws IOException {
    Set<String> runs = new LinkedHashSet<>();
    for (ResourceId file : leftovers()) {
      runs.add(run(file));
    }
    for (String folder : letterFoldersToo(folders.output())) {
      ResourceId in = RunFolders.folder(folder);
      Listing.store(in).folders(in).stream()
          .map(OutputNames::last)
          .filter(name -> name.startsWith(OutputNames.TEMPORARY))
          .map(name -> name.substring(OutputNames.TEMPORARY.length()))
          .forEach(runs::add);
    }
    runs.remove(folders.run());
    return runs;
  }

  private static String run(ResourceId leftover) {
    String own = OutputNames.last(leftover);
    boolean isLock = own.startsWith(OutputNames.TEMPORARY) && own.endsWith(OutputNames.LOCK);
    String name =
        isLock
            ? own.substring(0, own.length() - OutputNames.LOCK.length())
            : OutputNames.last(leftover.getCurrentDirectory());
    return name.substring(OutputNames.TEMPORARY.length());
  }

  /** By which other runs see that a run is alive. */
  ResourceId lock(String run) {
    return folders.scored(OutputNames.TEMPORARY + run + OutputNames.LOCK);
  }

  /** Where a run notes what it puts out of use. */
  ResourceId note(String run) {
    return RunFolders.file(of(run, folders.output()), SUPERSEDED);
  }

  private static ResourceId of(String run, String folder) {
    return RunFolders.within(RunFolders.folder(folder), OutputNames.TEMPORARY + run);
  }

  /** Deletes what other runs left. */
  void delete(Set<String> runs) throws IOException {
    Set<String> all = new LinkedHashSet<>();
    all.add(folders.deadLetters());
    all.add(RunFolders.deadLettersBeneath(folders.output()));
    all.add(folders.output()); // Last, for the next run looks there, should this break off.
    for (String run : runs) {
      for (String folder : all) {
        Deletion.ofFolder(of(run, folder));
      }
      Deletion.of(List.of(lock(run)));
    }
  }
}
