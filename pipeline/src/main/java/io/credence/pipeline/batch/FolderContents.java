package io.credence.pipeline.batch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.MoveOptions.StandardMoveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;

/**
 * The files of the folders of a run.
 *
 * @param results of an earlier run, with its account
 * @param leftovers temporary files of a run that was interrupted, or that is running still
 * @param foreign files that Credence did not write; hidden ones do not count
 */
public record FolderContents(
    List<ResourceId> results, List<ResourceId> leftovers, List<ResourceId> foreign) {

  /** Whether a manifest says that the results are whole. */
  boolean whole() {
    return !manifests().isEmpty();
  }

  private List<ResourceId> manifests() {
    return results.stream()
        .filter(file -> OutputFolders.MANIFEST.equals(file.getFilename()))
        .toList();
  }

  /** Deletes the results, a manifest first: its folder is not whole any more. */
  void deleteResults() throws IOException {
    delete(manifests());
    delete(results);
  }

  /** Deletes all that Credence wrote. */
  public void deleteOwn() throws IOException {
    deleteResults();
    Set<ResourceId> folders = new LinkedHashSet<>();
    leftovers.forEach(file -> folders.add(file.getCurrentDirectory()));
    for (ResourceId folder : folders) {
      deleteFolder(folder);
    }
  }

  /** Deletes a folder, which need not exist, with the files in it. */
  static void deleteFolder(ResourceId folder) throws IOException {
    delete(Listing.of(folder, "*"));
    if (folder.getScheme().equals("file")) {
      delete(List.of(folder));
    }
  }

  private static void delete(List<ResourceId> files) throws IOException {
    FileSystems.delete(new ArrayList<>(files), StandardMoveOptions.IGNORE_MISSING_FILES);
  }
}
