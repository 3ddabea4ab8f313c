package io.credence.jobs.sink.rolling;

import io.credence.beam.DeadLetter;
import io.credence.files.Deletion;
import io.credence.files.NamedChannel;
import io.credence.files.WrittenFile;
import io.credence.jobs.output.DeadLetterFile;
import io.credence.kafka.MessageId;
import io.credence.parquet.ScoredParquetWriter;
import io.credence.score.Scored;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.jspecify.annotations.Nullable;

/**
 * The files of a window of a shard, as far as they are written. A file without rows is not made.
 */
final class OpenWindow implements Closeable {

  private final WindowClock.Window window;
  private final RowFiles files;
  private final ResourceId scoredFile;
  private final ResourceId lettersFile;
  private final DeadLetterFile letters;
  private @Nullable NamedChannel channel;
  private @Nullable ScoredParquetWriter rows;
  private final Counts counts = new Counts();
  private final TreeMap<Integer, Long> next = new TreeMap<>();

  OpenWindow(WindowClock.Window window, RollingFolders folders, RowFiles files) {
    this.window = window;
    this.files = files;
    String name = UUID.randomUUID().toString();
    this.scoredFile = folders.temporaryScored(name + FolderCheckpoint.BEGUN);
    this.lettersFile = folders.temporaryDeadLetter(name + "-dead" + FolderCheckpoint.BEGUN);
    this.letters = new DeadLetterFile(lettersFile, true);
  }

  WindowClock.Window window() {
    return window;
  }

  void add(ScoredMessage message) throws IOException {
    Scored scored = message.scored();
    DeadLetter letter = message.deadLetter();
    if (scored != null) {
      rows().write(MessageRows.of(message.message()), files.columns().row(scored));
      counts.addScored();
    } else if (letter != null) {
      letters.write(letter);
      counts.addDeadLetter(letter.code());
    }
    MessageId id = message.message().id();
    next.put(id.partition(), id.offset() + 1);
  }

  private ScoredParquetWriter rows() throws IOException {
    ScoredParquetWriter open = rows;
    if (open == null) {
      NamedChannel created = NamedChannel.create(scoredFile, "application/octet-stream", true);
      channel = created;
      open = files.begin(created);
      rows = open;
    }
    return open;
  }

  /** What is in the files. */
  Counts counts() {
    return counts;
  }

  /** The offset behind the last message of each partition. */
  Map<Integer, Long> next() {
    return next;
  }

  /** The file of scored messages, whole once this is closed; null when there are none. */
  @Nullable WrittenFile scored() {
    return channel == null ? null : channel.written();
  }

  /** The file of dead letters, whole once this is closed; null when there are none. */
  @Nullable WrittenFile deadLetters() {
    return letters.written();
  }

  /** Removes the files, which must not have been published. */
  void discard() throws IOException {
    try {
      close();
    } finally {
      delete(scoredFile);
      delete(lettersFile);
    }
  }

  private static void delete(ResourceId file) throws IOException {
    Deletion.of(List.of(file));
  }

  @Override
  public void close() throws IOException {
    try (letters) {
      if (rows != null) {
        rows.close();
      }
    } finally {
      if (channel != null) {
        channel.close();
      }
    }
  }
}
