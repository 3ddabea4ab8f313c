package io.credence.pipeline.folder;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.ResourceId;

/**
 * Moves that are made together. A store has no renaming, only copies and deletions, which its file
 * system makes many at a time when it is given many.
 */
public final class Moves {

  /** As many as a store deletes with one request. */
  private static final int AT_ONCE = 1000;

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
    for (List<Move> some : byFileSystem(open)) {
      for (int i = 0; i < some.size(); i += AT_ONCE) {
        rename(some.subList(i, Math.min(some.size(), i + AT_ONCE)));
      }
    }
    Map<ResourceId, Long> arrived = Listing.sizes(targets());
    for (Move move : all) {
      move.require(move.target(), arrived.get(move.target()));
    }
  }

  private static void rename(List<Move> moves) throws IOException {
    FileSystems.rename(
        moves.stream().map(Move::source).toList(), moves.stream().map(Move::target).toList());
  }

  private static Collection<List<Move>> byFileSystem(List<Move> moves) {
    Map<String, List<Move>> byScheme = new LinkedHashMap<>();
    for (Move move : moves) {
      byScheme.computeIfAbsent(move.target().getScheme(), s -> new ArrayList<>()).add(move);
    }
    return byScheme.values();
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
