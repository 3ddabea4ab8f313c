package io.credence.files;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.beam.sdk.io.fs.ResourceId;

/** Moves whose files have been looked at: some may have been made before, and the rest is open. */
public final class CheckedMoves {

  private final Moves moves;
  private final List<Move> open;
  private final Set<ResourceId> taken;

  CheckedMoves(Moves moves, List<Move> open, Set<ResourceId> taken) {
    this.moves = moves;
    this.open = open;
    this.taken = taken;
  }

  /**
   * Makes the moves that are open, and requires that all files arrived whole. What stands under the
   * name of one is what an earlier attempt left, which wrote other files or broke off: it is
   * replaced.
   *
   * @param durable whether the moves outlive a loss of power
   */
  public void make(boolean durable) throws IOException {
    Deletion.of(open.stream().map(Move::target).filter(taken::contains).toList());
    moves.make(open, durable);
  }
}
