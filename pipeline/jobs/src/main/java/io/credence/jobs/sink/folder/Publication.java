package io.credence.jobs.sink.folder;

import io.credence.beam.store.Claim;
import io.credence.files.CheckedMoves;
import io.credence.files.Move;
import io.credence.files.Moves;
import io.credence.files.WrittenFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.beam.sdk.io.fs.ResourceId;

/**
 * Gives the files of a run their names, which no other run has, and then puts the account in the
 * place of the earlier one: in this step, the new results become valid. Files that no account lists
 * any more are deleted last.
 *
 * <p>One run at a time publishes into a folder. When it fails half-way it can be run again, and
 * goes on where it was.
 */
final class Publication {

  private final RunFolders folders;
  private final PublishTerms terms;
  private final List<Move> moves = new ArrayList<>();

  /** Begins with nothing. */
  Publication(RunFolders folders, PublishTerms terms) {
    this.folders = folders;
    this.terms = terms;
  }

  /**
   * Takes a file up.
   *
   * @return its new name, as the account says it
   */
  String add(WrittenFile written, ResourceId target) {
    moves.add(new Move(written.location(), target.toString(), written.bytes()));
    return folders.relative(target);
  }

  void publish(Manifest account) throws IOException {
    Superseded superseded = new Superseded(folders);
    TemporaryFolders temporary = new TemporaryFolders(folders);
    try (Claim claim = new RunClaims(folders).publication()) {
      if (folders.account().isEmpty()) { // Else an attempt that broke off came so far.
        requireUnchanged();
        CheckedMoves open = new Moves(moves).check();
        // First, so that the next run sees that this one was there: its letters may lie elsewhere.
        superseded.note(account.complete(), terms.durable());
        open.make(terms.durable());
        requireHeld(claim);
        writeAccount(account);
      }
      Set<String> dead = temporary.deadRuns();
      superseded.delete(account.complete(), dead);
      if (terms.overwrite() && account.complete()) { // Else it replaces no results of another run.
        temporary.delete(dead);
      }
    }
    temporary.delete();
  }

  /** What came into the folder since this run was checked, it was not asked to replace. */
  private void requireUnchanged() throws IOException {
    if (!Manifest.identity(folders.manifest()).equals(terms.earlier())) {
      throw changed(folders.manifest());
    }
    if (!terms.overwrite()) {
      for (ResourceId other : new OutputContents(folders).results()) {
        if (!OutputNames.isOf(folders.run(), other)) {
          throw changed(other);
        }
      }
    }
  }

  private static IOException changed(ResourceId file) {
    return new IOException(
        file
            + ": another run has put its results into the folder since this one began;"
            + " nothing was replaced");
  }

  private static void requireHeld(Claim claim) throws IOException {
    if (!claim.isHeld()) {
      throw new IOException(
          "another attempt of this run has taken its publication over; this one ends");
    }
  }

  private void writeAccount(Manifest account) throws IOException {
    ResourceId target = account.complete() ? folders.manifest() : folders.failure();
    account.write(target, folders.temporaryScored(UUID.randomUUID().toString()), terms.durable());
  }
}
