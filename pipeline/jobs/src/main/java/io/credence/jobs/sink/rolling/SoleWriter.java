package io.credence.jobs.sink.rolling;

import io.credence.beam.store.Claim;
import io.credence.beam.store.ClaimedException;
import io.credence.files.AwaitedClaim;
import io.credence.files.Listing;
import java.io.IOException;
import java.time.Duration;
import org.apache.beam.sdk.io.fs.ResourceId;

/**
 * Lets one at a time look at the progress of a folder and write what follows from it. Where a store
 * can't tell which owners are dead, as S3 can't, a claim would outlive a crash and stop the stream
 * for good: there, nothing comes between a look and the write but the time of a request.
 */
record SoleWriter(RollingFolders folders) {

  private static final String LOCK = "writing.lock";

  /** Others write for milliseconds, and move a few files. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** A look, and what is written then. */
  @FunctionalInterface
  interface Step<T> {
    T make() throws IOException;
  }

  <T> T make(Step<T> step) throws IOException {
    ResourceId lock = folders.temporaryScored(LOCK);
    if (!Listing.store(lock).tellsTheDead()) {
      return step.make();
    }
    Claim sole = claim(lock);
    try (sole) {
      return step.make();
    }
  }

  private Claim claim(ResourceId lock) throws IOException {
    try {
      return AwaitedClaim.of(lock, "a stream", PATIENCE);
    } catch (ClaimedException e) {
      throw new IOException(
          lock
              + ": another job writes into this folder, or was interrupted at it; when none is at"
              + " work there, delete this file and start again",
          e);
    }
  }
}
