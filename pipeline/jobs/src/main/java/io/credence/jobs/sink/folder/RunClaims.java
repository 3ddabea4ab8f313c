package io.credence.jobs.sink.folder;

import io.credence.beam.store.Claim;
import io.credence.beam.store.ClaimedException;
import io.credence.beam.store.ObjectStore;
import io.credence.files.AwaitedClaim;
import io.credence.files.Listing;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.apache.beam.sdk.io.fs.ResourceId;

/** What a run claims: that it is alive, and that it is the one that publishes. */
public final class RunClaims {

  /** Another run publishes for seconds, for minutes where there are very many files. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final RunFolders folders;

  public RunClaims(RunFolders folders) {
    this.folders = folders;
  }

  /**
   * Shows other runs that this one is alive, where they can see it. The folder is made by those who
   * write results, who may be another user's: where it is not there yet, nothing is shown.
   */
  public Optional<Claim> presence() throws IOException {
    ResourceId lock = new TemporaryFolders(folders).lock(folders.run());
    ObjectStore store = Listing.store(lock);
    return store.tellsTheDead() && store.missingFolders(lock.getCurrentDirectory()).isEmpty()
        ? Optional.of(store.claim(lock, folders.run()))
        : Optional.empty();
  }

  /** Makes this run the one that publishes, when the others before it have come to their ends. */
  Claim publication() throws IOException {
    try {
      return AwaitedClaim.of(folders.claim(), folders.run(), PATIENCE);
    } catch (ClaimedException e) {
      throw new IOException(
          folders.claim()
              + ": another run is publishing into the folder, or was interrupted at it;"
              + " when none is at work there, delete this file and score again",
          e);
    }
  }
}
