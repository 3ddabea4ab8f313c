package io.credence.files;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.beam.sdk.io.fs.ResourceId;

/** Moves that are made together, each of which may have been made before. */
public final class Moves {

  private final List<Move> all;

  public Moves(List<Move> all) {
    this.all = all;
  }

  /** Requires that all files are where they were written, whole. */
  public void requireWritten() throws IOException {
    requireWhole(Listing.sizes(sources()), Map.of());
  }

  private void requireWhole(Map<ResourceId, Long> sources, Map<ResourceId, Long> targets)
      throws IOException {
    for (Move move : all) {
      if (!sources.containsKey(move.source()) && targets.containsKey(move.target())) {
        move.require(move.target(), targets.get(move.target()));
      } else {
        move.require(move.source(), sources.get(move.source()));
      }
    }
  }

  /**
   * Moves the files, but for those that were before, and requires that all arrived whole.
   *
   * @param durable whether that outlives a loss of power
   * @throws FileAlreadyExistsException when another file has one of the names
   */
  public void make(boolean durable) throws IOException {
    List<Move> open = open(Listing.sizes(sources()));
    requireFree(open);
    make(open, durable);
  }

  /**
   * Looks at all files, which an earlier attempt may have moved, for names that no other run has.
   *
   * @throws IOException when one is not there, whole
   */
  public CheckedMoves check() throws IOException {
    Map<ResourceId, Long> sources = Listing.sizes(sources());
    Map<ResourceId, Long> targets = Listing.sizes(targets());
    requireWhole(sources, targets);
    return new CheckedMoves(this, open(sources), targets.keySet());
  }

  private List<Move> open(Map<ResourceId, Long> sources) {
    return all.stream().filter(move -> sources.containsKey(move.source())).toList();
  }

  void make(List<Move> open, boolean durable) throws IOException {
    MovesAtOnce.make(open);
    Map<ResourceId, Long> arrived = Listing.sizes(targets());
    for (Move move : all) {
      move.require(move.target(), arrived.get(move.target()));
    }
    if (durable) {
      settle();
    }
  }

  /** One of the same size is what an earlier try left, which broke off between its two steps. */
  private static void requireFree(List<Move> open) throws IOException {
    Map<ResourceId, Long> taken = Listing.sizes(open.stream().map(Move::target).toList());
    for (Move move : open) {
      Long size = taken.get(move.target());
      if (size != null && size != move.bytes()) {
        throw new FileAlreadyExistsException(
            move.to(), null, "exists already with other content and is not replaced");
      }
    }
  }

  /** Makes moves that were made outlive a loss of power. */
  public void settle() throws IOException {
    Set<ResourceId> folders = new LinkedHashSet<>();
    all.forEach(move -> folders.add(move.target().getCurrentDirectory()));
    for (ResourceId folder : folders) {
      Listing.store(folder).settle(List.of(folder));
    }
  }

  /** Whether all files have left where they were written. */
  public boolean areMade() throws IOException {
    return Listing.sizes(sources()).isEmpty();
  }

  private List<ResourceId> sources() {
    return all.stream().map(Move::source).toList();
  }

  private List<ResourceId> targets() {
    return all.stream().map(Move::target).toList();
  }
}
