package io.credence.jobs.topictofiles;

import io.credence.files.Listing;
import io.credence.files.WrittenFile;
import io.credence.kafka.MessageId;
import io.credence.score.ScoreColumns;
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

  private final WindowJob job;
  private final int shard;
  private final ScoreColumns columns;
  private final WindowClock clock;
  private final Commits commits;
  private final Map<Integer, Long> next;
  private WindowClock.@Nullable Window last;
  private @Nullable OpenWindow open;
  private ShardProgress progress;

  /** Takes a shard. */
  ShardWriter(WindowJob job, int shard, ScoreColumns columns, WindowClock clock, Commits commits)
      throws IOException {
    this.job = job;
    this.shard = shard;
    this.columns = columns;
    this.clock = clock;
    this.commits = commits;
    this.progress = job.progress().claim(shard, job.shards());
    this.next = new HashMap<>(job.progress().next());
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
      files = new OpenWindow(last, job, columns);
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
    TreeMap<Integer, Long> positions = new TreeMap<>(progress.next());
    positions.putAll(files.next());
    Counts counts = new Counts();
    counts.add(progress.counts());
    counts.add(files.counts());
    progress =
        new ShardProgress(
            progress.topic(),
            progress.cluster(),
            progress.writer(),
            positions,
            named(files),
            counts);
    job.progress().publish(shard, job.shards(), progress);
    commits.written(positions);
  }

  private List<NamedFile> named(OpenWindow files) throws IOException {
    for (int copy = 0; ; copy++) {
      String name = WindowName.of(files.window(), shard, job.shards(), copy);
      ResourceId scored = job.progress().folder().scored(name + ".parquet");
      ResourceId letters = job.progress().folder().deadLetter("_" + name + ".jsonl");
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
