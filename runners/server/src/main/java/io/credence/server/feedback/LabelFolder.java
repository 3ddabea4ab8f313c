package io.credence.server.feedback;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicBoolean;

/** Appends labels to files of JSON Lines, a file a day of UTC. */
public final class LabelFolder implements LabelStore {

  private final Path folder;
  private final Clock clock;

  /** Whether the last line may have been left halfway, as on a full disk; the next begins anew. */
  private final AtomicBoolean torn = new AtomicBoolean();

  private LabelFolder(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /**
   * A folder, which is made when there is none.
   *
   * @throws IOException when it can't be made
   */
  public static LabelFolder in(Path folder, Clock clock) throws IOException {
    Files.createDirectories(folder);
    return new LabelFolder(folder, clock);
  }

  /** One write of a whole line, which several threads and processes may do at a time. */
  @Override
  public void keep(String recordId, byte[] json) throws IOException {
    LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    Path file = folder.resolve("feedback-" + day + ".jsonl");
    String end = "\n";
    byte[] line =
        ((torn.getAndSet(false) ? end : "") + new String(json, UTF_8) + end).getBytes(UTF_8);
    try (FileChannel channel = FileChannel.open(file, CREATE, WRITE, APPEND)) {
      ByteBuffer bytes = ByteBuffer.wrap(line);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } catch (IOException e) {
      torn.set(true);
      throw e;
    }
  }
}
