package io.credence.pipeline.batch;

import io.credence.pipeline.folder.Deletion;
import io.credence.pipeline.folder.Listing;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
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
    Deletion.of(results.stream().filter(OutputFolders::isAccount).toList());
  }

  void deleteResults() throws IOException {
    Deletion.of(results);
  }

  /** Deletes a folder, which need not exist, with the files in it. */
  static void deleteFolder(ResourceId folder) throws IOException {
    Deletion.of(Listing.of(folder, "*"));
    if (Listing.isLocal(folder)) {
      Deletion.of(List.of(folder));
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
}
