package io.credence.jobs.sink.rolling;

import io.credence.files.Listing;
import io.credence.files.WrittenFile;
import io.credence.kafka.MessageId;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.jspecify.annotations.Nullable;

/**
 * Writes the files of a shard, a window after the other. The messages of a partition come in their
 * order; so when a window is in files, all that came before its messages is, whatever clocks say.
 */
final class ShardWriter implements Closeable {

  private final RollingSink sink;
  private final int shard;
  private final RowFiles rows;
  private final WindowClock clock;
  private final Map<Integer, Long> next;
  private WindowClock.@Nullable Window last;
  private @Nullable OpenWindow open;
  private ShardCheckpoint checkpoint;

  /** Takes a shard. */
  ShardWriter(RollingSink sink, int shard, RowFiles rows, WindowClock clock) throws IOException {
    this.sink = sink;
    this.shard = shard;
    this.rows = rows;
    this.clock = clock;
    this.checkpoint = sink.checkpoint().claim(shard, sink.shards());
    this.next = new HashMap<>(sink.checkpoint().next());
  }

  /**
   * Adds a message to the file of this window, or of the next one when this one is over.
   *
   * @return whether it is the first of its window
   */
  boolean add(ScoredMessage message) throws IOException {
    MessageId id = message.message().id();
    if (id.offset() < next.getOrDefault(id.partition(), 0L)) {
      return false;
    }
    publishIfOver();
    OpenWindow files = open;
    boolean first = files == null;
    if (files == null) {
      last = clock.next(last);
      files = new OpenWindow(last, sink.checkpoint().folders(), rows);
      open = files;
    }
    files.add(message);
    next.put(id.partition(), id.offset() + 1);
    return first;
  }

  /** How long the window goes on that has files; empty when none has. */
  Optional<Duration> left() {
    return Optional.ofNullable(open).map(files -> clock.left(files.window()));
  }

  /** Gives files their names when their window is over. */
  void publishIfOver() throws IOException {
    if (open != null && clock.isOver(open.window())) {
      publish();
    }
  }

  /** Gives files their names. */
  void publish() throws IOException {
    OpenWindow files = open;
    if (files != null) {
      files.close();
      open = null;
      publish(files);
    }
  }

  private void publish(OpenWindow files) throws IOException {
    TreeMap<Integer, Long> positions = new TreeMap<>(checkpoint.next());
    positions.putAll(files.next());
    Counts counts = new Counts();
    counts.add(checkpoint.counts());
    counts.add(files.counts());
    checkpoint =
        new ShardCheckpoint(
            checkpoint.topic(),
            checkpoint.cluster(),
            checkpoint.writer(),
            positions,
            named(files),
            counts);
    sink.checkpoint().publish(shard, sink.shards(), checkpoint);
    sink.commits().written(positions);
  }

  private List<NamedFile> named(OpenWindow files) throws IOException {
    for (int copy = 0; ; copy++) {
      String name = WindowName.of(files.window(), shard, sink.shards(), copy);
      ResourceId scored = sink.checkpoint().folders().scored(name + ".parquet");
      ResourceId letters = sink.checkpoint().folders().deadLetter("_" + name + ".jsonl");
      if (Listing.size(scored).isEmpty() && Listing.size(letters).isEmpty()) {
        List<NamedFile> named = new ArrayList<>();
        add(named, files.scored(), scored);
        add(named, files.deadLetters(), letters);
        return named;
      }
    }
  }

  private static void add(List<NamedFile> named, @Nullable WrittenFile file, ResourceId target) {
    if (file != null) {
      named.add(NamedFile.of(file, target));
    }
  }

  /** Messages of the window that is open are read again. */
  @Override
  public void close() throws IOException {
    if (open != null) {
      open.discard();
    }
  }
}
