package io.credence.jobs.sink.folder;

import io.credence.beam.store.Claim;
import io.credence.beam.store.ClaimedException;
import io.credence.files.Deletion;
import io.credence.files.Listing;
import java.io.IOException;

/** What a run left that failed. */
public final class FailedRun {

  private final RunFolders folders;
  private final OutputContents contents;

  public FailedRun(RunFolders folders) {
    this.folders = folders;
    this.contents = new OutputContents(folders);
  }

  /**
   * Deletes all that the run wrote, and nothing of any other run: a few files may have their names
   * already. Where the run has its account, what it published is whole.
   */
  public void discard() throws IOException {
    if (!contents.ofThisRun().isEmpty() || Listing.size(folders.claim()).isPresent()) {
      try (Claim ours = Listing.store(folders.claim()).claim(folders.claim(), folders.run())) {
        if (folders.account().isPresent()) {
          return; // The next run deletes the rest, by what is noted in the temporary folder.
        }
        if (ours.isHeld()) {
          Deletion.of(contents.ofThisRun());
        }
      } catch (ClaimedException e) {
        return; // A machine that was cut off may be publishing this run, and needs its files.
      }
    }
    new TemporaryFolders(folders).delete();
  }
}
