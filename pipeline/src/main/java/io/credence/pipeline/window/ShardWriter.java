package io.credence.pipeline.window;

import io.credence.pipeline.folder.Listing;
import io.credence.pipeline.folder.Move;
import io.credence.pipeline.folder.WrittenFile;
import io.credence.pipeline.kafka.MessageId;
import io.credence.pipeline.kafka.TopicCheck;
import io.credence.score.ScoreColumns;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.apache.beam.sdk.transforms.windowing.IntervalWindow;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the files of a shard, a window after the other. The messages of a partition come in their
 * order; so when a window is in files, all that came before its messages is.
 */
final class ShardWriter implements Closeable {

  private static final Logger LOG = LoggerFactory.getLogger(ShardWriter.class);

  private final WindowJob job;
  private final int shard;
  private final ScoreColumns columns;
  private final Map<Integer, Long> next;
  private final Map<Integer, IntervalWindow> last = new HashMap<>();
  private final TreeMap<IntervalWindow, OpenWindow> open =
      new TreeMap<>(Comparator.comparing(IntervalWindow::start));
  private ShardProgress progress;

  ShardWriter(WindowJob job, int shard, ScoreColumns columns) throws IOException {
    this.job = job;
    this.shard = shard;
    this.columns = columns;
    this.progress = job.progress().claim(shard, job.shards());
    this.next = new HashMap<>(job.progress().next());
  }

  /**
   * Adds a message to the file of a window.
   *
   * @return whether it is the first of that window
   */
  boolean add(IntervalWindow window, ScoredMessage message) throws IOException {
    MessageId id = message.message().id();
    if (id.offset() < next.getOrDefault(id.partition(), 0L)) {
      return false;
    }
    IntervalWindow target = inOrder(id.partition(), window);
    OpenWindow files = open.get(target);
    boolean first = files == null;
    if (files == null) {
      files = new OpenWindow(job, columns);
      open.put(target, files);
    }
    files.add(message);
    next.put(id.partition(), id.offset() + 1);
    last.put(id.partition(), target);
    return first;
  }

  /** A clock that is set back must not bring messages into files before those that they follow. */
  private IntervalWindow inOrder(int partition, IntervalWindow window) {
    IntervalWindow before = last.get(partition);
    return before != null && before.start().isAfter(window.start()) && open.containsKey(before)
        ? before
        : window;
  }

  /** Gives the files of a window, and of those before it, their names. */
  void publish(IntervalWindow window) throws IOException {
    for (IntervalWindow due : List.copyOf(open.headMap(window, true).keySet())) {
      OpenWindow files = open.remove(due);
      if (files != null) {
        files.close();
        publish(due, files);
      }
    }
  }

  private void publish(IntervalWindow window, OpenWindow files) throws IOException {
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
            moves(window, files),
            counts);
    job.progress().publish(shard, job.shards(), progress);
    commit(positions);
  }

  private List<Move> moves(IntervalWindow window, OpenWindow files) throws IOException {
    for (int copy = 0; ; copy++) {
      String name = WindowName.of(window, shard, job.shards(), copy);
      ResourceId scored = job.progress().folder().scored(name + ".parquet");
      ResourceId letters = job.progress().folder().deadLetter("_" + name + ".jsonl");
      if (Listing.size(scored).isEmpty() && Listing.size(letters).isEmpty()) {
        List<Move> moves = new ArrayList<>();
        add(moves, files.scored(), scored);
        add(moves, files.deadLetters(), letters);
        return moves;
      }
    }
  }

  private static void add(List<Move> moves, @Nullable WrittenFile file, ResourceId target) {
    if (file != null) {
      moves.add(new Move(file.location(), target.toString(), file.bytes()));
    }
  }

  /**
   * For those who watch lag, and for jobs that go on with another output. Nothing is lost when it
   * fails, because the group has a member or the brokers are away: this job goes on by what the
   * folder says, and the next window commits what is behind this one, too.
   */
  private void commit(Map<Integer, Long> positions) {
    List<String> problems = new ArrayList<>();
    new TopicCheck(job.clients(), problems).commit("--input", job.input(), job.group(), positions);
    if (!problems.isEmpty()) {
      LOG.warn(
          "The files are written, but the offsets of the group {} could not be committed: {}",
          job.group(),
          String.join("; ", problems));
    }
  }

  /** Messages of windows that are open are read again. */
  @Override
  public void close() throws IOException {
    for (OpenWindow files : open.values()) {
      files.discard();
    }
  }
}
