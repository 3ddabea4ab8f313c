package io.credence.files;

import io.credence.beam.store.Claim;
import io.credence.beam.store.ClaimedException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.beam.sdk.io.fs.ResourceId;

/** Claims for which others may have to come to their ends first. */
public final class AwaitedClaim {

  private static final long PAUSE_MILLIS = 20;

  private AwaitedClaim() {}

  /**
   * Makes a claim.
   *
   * @param patience how long to wait for owners who are known to be alive
   * @throws ClaimedException when it is another's still, or of an owner of whom that is not known
   */
  public static Claim of(ResourceId file, String owner, Duration patience) throws IOException {
    long begin = System.nanoTime();
    while (true) {
      try {
        return Listing.store(file).claim(file, owner);
      } catch (ClaimedException e) {
        if (!e.isAlive() || System.nanoTime() - begin > patience.toNanos()) {
          throw e;
        }
        pause(file);
      }
    }
  }

  private static void pause(ResourceId file) throws IOException {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException(file + ": interrupted while another had it");
    }
  }
}
