package io.credence.pipeline.batch;

import io.credence.pipeline.folder.Deletion;
import java.io.IOException;
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
}
