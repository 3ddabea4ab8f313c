package io.credence.pipeline.batch;

import io.credence.pipeline.folder.Listing;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.MoveOptions.StandardMoveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;

/**
 * The files of the folders of a run, but for temporary ones.
 *
 * @param results of an earlier run, with its account
 * @param foreign files that Credence did not write; hidden ones do not count
 */
public record FolderContents(List<ResourceId> results, List<ResourceId> foreign) {

  /** Whether a manifest says that the results are whole. */
  boolean whole() {
    return results.stream().anyMatch(file -> OutputFolders.MANIFEST.equals(file.getFilename()));
  }

  /** All but these results. */
  FolderContents without(Set<ResourceId> files) {
    List<ResourceId> others = results.stream().filter(file -> !files.contains(file)).toList();
    return new FolderContents(others, foreign);
  }

  /** Deletes what says that the folder is whole, or that a run was given up. */
  void deleteAccounts() throws IOException {
    delete(results.stream().filter(OutputFolders::isAccount).toList());
  }

  void deleteResults() throws IOException {
    delete(results);
  }

  /** Deletes a folder, which need not exist, with the files in it. */
  static void deleteFolder(ResourceId folder) throws IOException {
    delete(Listing.of(folder, "*"));
    if (Listing.isLocal(folder)) {
      delete(List.of(folder));
    }
  }

  /** Deletes local folders as long as nobody put anything into them. */
  static void deleteEmpty(List<ResourceId> folders) throws IOException {
    for (ResourceId folder : folders) {
      try {
        Files.deleteIfExists(Path.of(folder.toString()));
      } catch (DirectoryNotEmptyException e) {
        return;
      }
    }
  }

  static void delete(List<ResourceId> files) throws IOException {
    List<ResourceId> local = files.stream().filter(Listing::isLocal).toList();
    FileSystems.delete(new ArrayList<>(local), StandardMoveOptions.IGNORE_MISSING_FILES);
    List<ResourceId> remote = files.stream().filter(file -> !Listing.isLocal(file)).toList();
    if (!remote.isEmpty()) {
      deleteRemote(remote);
    }
  }

  /**
   * To a store, what is missing is deleted. What it refuses to delete it lists in its answer, which
   * Beam does not read.
   */
  private static void deleteRemote(List<ResourceId> files) throws IOException {
    FileSystems.delete(new ArrayList<>(files));
    Set<ResourceId> left = Listing.sizes(files).keySet();
    if (!left.isEmpty()) {
      throw new IOException(left.iterator().next() + ": can't be deleted; is that allowed?");
    }
  }
}
