package io.credence.fuzzing;

import io.credence.jobs.sink.rolling.FolderCheckpoint;
import io.credence.jobs.sink.rolling.RollingFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a stream into files has written down about how far it came. */
final class ProgressDoor implements Door {

  private final Path own;
  private final Path file;
  private final FolderCheckpoint progress;

  ProgressDoor() throws IOException {
    Path folder = Files.createTempDirectory("credence-fuzz");
    this.own = Files.createDirectory(folder.resolve(".credence-stream"));
    this.file = own.resolve("shard-00000-of-00001.json");
    this.progress =
        new FolderCheckpoint(
            new RollingFolders(folder.toString(), folder.resolve("dead-letters").toString()),
            "topic",
            "cluster");
  }

  @Override
  public String enter(byte[] bytes) throws IOException {
    Files.write(file, bytes);
    try {
      progress.counts();
      return progress.otherTopic().map(topic -> "of topic " + topic).orElse("ours");
    } catch (IOException e) {
      return Refusal.of(e, file.toString()).replace(own.toString(), "FOLDER");
    }
  }
}
