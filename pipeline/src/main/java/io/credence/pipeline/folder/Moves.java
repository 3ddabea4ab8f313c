package io.credence.pipeline.folder;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.ResourceId;

/** Moves that are made together, each of which may have been made before. */
public final class Moves {

  private final List<Move> all;

  public Moves(List<Move> all) {
    this.all = all;
  }

  /**
   * Requires that all files are there, whole.
   *
   * @param resumed whether some may have been moved already
   */
  public void check(boolean resumed) throws IOException {
    Map<ResourceId, Long> sources = Listing.sizes(sources());
    Map<ResourceId, Long> targets = resumed ? Listing.sizes(targets()) : Map.of();
    for (Move move : all) {
      if (resumed && !sources.containsKey(move.source())) {
        move.require(move.target(), targets.get(move.target()));
      } else {
        move.require(move.source(), sources.get(move.source()));
      }
    }
  }

  /** Moves the files, but for those that were before, and requires that all arrived whole. */
  public void make() throws IOException {
    Map<ResourceId, Long> there = Listing.sizes(sources());
    List<Move> open = all.stream().filter(move -> there.containsKey(move.source())).toList();
    List<Move> local = open.stream().filter(Moves::isLocal).toList();
    FileSystems.rename(
        local.stream().map(Move::source).toList(), local.stream().map(Move::target).toList());
    StoreMoves.make(open.stream().filter(move -> !isLocal(move)).toList());
    Map<ResourceId, Long> arrived = Listing.sizes(targets());
    for (Move move : all) {
      move.require(move.target(), arrived.get(move.target()));
    }
  }

  private static boolean isLocal(Move move) {
    return Listing.isLocal(move.target());
  }

  /** Where those files are that have left where they were written. */
  public List<ResourceId> made() throws IOException {
    Map<ResourceId, Long> there = Listing.sizes(sources());
    return all.stream()
        .filter(move -> !there.containsKey(move.source()))
        .map(Move::target)
        .toList();
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
