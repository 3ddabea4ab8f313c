package io.credence.pipeline.folder;

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

  /**
   * Requires that all files are there, whole.
   *
   * @param resumed whether some may have been moved already
   */
  public void check(boolean resumed) throws IOException {
    Map<ResourceId, Long> sources = Listing.sizes(sources());
    Map<ResourceId, Long> targets = resumed ? Listing.sizes(targets()) : Map.of();
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
    Map<ResourceId, Long> there = Listing.sizes(sources());
    List<Move> open = all.stream().filter(move -> there.containsKey(move.source())).toList();
    requireFree(open);
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

  /**
   * Deletes what stands under the names of files that have yet to be moved. Only for names that no
   * other run has: there it is what an earlier attempt left, which wrote other files or broke off.
   */
  public void clear() throws IOException {
    Map<ResourceId, Long> there = Listing.sizes(sources());
    Map<ResourceId, Long> taken = Listing.sizes(targets());
    Deletion.of(
        all.stream()
            .filter(move -> there.containsKey(move.source()))
            .map(Move::target)
            .filter(taken::containsKey)
            .toList());
  }

  /** Makes moves that were made outlive a loss of power. */
  public void settle() throws IOException {
    Set<ResourceId> folders = new LinkedHashSet<>();
    all.forEach(move -> folders.add(move.target().getCurrentDirectory()));
    for (ResourceId folder : folders) {
      Listing.store(folder).settle(List.of(folder));
    }
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
