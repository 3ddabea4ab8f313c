package io.credence.fuzzing;

import io.credence.pipeline.window.FolderProgress;
import io.credence.pipeline.window.WindowFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a stream into files has written down about how far it came. */
final class ProgressDoor implements Door {

  private final Path file;
  private final FolderProgress progress;

  ProgressDoor() throws IOException {
    Path folder = Files.createTempDirectory("credence-fuzz");
    this.file =
        Files.createDirectory(folder.resolve(".credence-stream"))
            .resolve("shard-00000-of-00001.json");
    this.progress =
        new FolderProgress(
            new WindowFolder(folder.toString(), folder.resolve("dead-letters").toString()),
            "topic",
            "cluster");
  }

  @Override
  public void enter(byte[] bytes) throws IOException {
    Files.write(file, bytes);
    try {
      progress.otherTopic();
      progress.counts();
    } catch (IOException e) {
      if (!String.valueOf(e.getMessage()).contains("shard-00000")) {
        throw new AssertionError("a complaint that names no file", e);
      }
    }
  }
}
