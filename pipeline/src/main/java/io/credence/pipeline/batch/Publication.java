package io.credence.pipeline.batch;

import io.credence.pipeline.folder.Move;
import io.credence.pipeline.folder.Moves;
import io.credence.pipeline.folder.WrittenFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.beam.sdk.io.fs.ResourceId;

/**
 * Gives the files of a run their names, in place of those of an earlier run, and writes the account
 * last.
 *
 * <p>Nothing of earlier results is touched before all new files are seen to be whole; from then on
 * there is no manifest until the new one. When it fails half-way it can be run again, and goes on
 * where it was.
 */
final class Publication {

  private final OutputFolders folders;
  private final boolean overwrite;
  private final List<Move> moves = new ArrayList<>();

  /**
   * Begins with nothing.
   *
   * @param overwrite whether earlier results are to be replaced
   */
  Publication(OutputFolders folders, boolean overwrite) {
    this.folders = folders;
    this.overwrite = overwrite;
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
    ResourceId target = account.complete() ? folders.manifest() : folders.failure();
    if (folders.account().isEmpty()) {
      moveAll(account);
      if (folders.account().isEmpty()) {
        writeAccount(account, target);
      }
    }
    if (overwrite) {
      folders.deleteLeftovers();
    }
    folders.deleteTemporary();
  }

  private void moveAll(Manifest account) throws IOException {
    Journal journal = new Journal(folders);
    Optional<List<Move>> begun = journal.find();
    List<ResourceId> others = notOurs(begun.orElse(List.of()));
    if (!overwrite && !others.isEmpty()) {
      throw new IOException(
          others.get(0)
              + ": another run has put its results into the folder since this one began;"
              + " nothing was replaced");
    }
    new Moves(moves).check(begun.isPresent());
    journal.write(moves);
    FolderContents old = replaced(account.complete());
    if (folders.account().isPresent()) {
      return; // Another attempt, which was thought to be lost, has done it meanwhile.
    }
    // Deleting comes before the moves, which see that all is there: were a file system to name one
    // file in two ways, the run would fail rather than lose it.
    old.deleteAccounts();
    old.without(Set.copyOf(new Moves(begun.orElse(List.of())).made())).deleteResults();
    new Moves(moves).make(true);
  }

  private List<ResourceId> notOurs(List<Move> begun) throws IOException {
    return folders.contents().without(targets(begun)).results();
  }

  /** A run that is given up leaves whole results as they are, and only says so beside them. */
  private FolderContents replaced(boolean complete) throws IOException {
    FolderContents contents = folders.contents();
    return complete || !contents.whole() ? contents : folders.givenUpContents();
  }

  private static Set<ResourceId> targets(List<Move> moves) {
    return moves.stream().map(Move::target).collect(Collectors.toSet());
  }

  /** Written elsewhere and then moved: where a rename is atomic, nobody ever sees half of it. */
  private void writeAccount(Manifest account, ResourceId target) throws IOException {
    account.write(target, folders.temporaryScored(UUID.randomUUID().toString()));
  }
}
