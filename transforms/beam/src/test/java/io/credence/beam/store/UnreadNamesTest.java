package io.credence.beam.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file whose name can't be read is refused, and never left out. */
class UnreadNamesTest {

  private final Path folder;

  UnreadNamesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** Makes a file whose name is no text in any encoding that Java takes names in. */
  private void unread(String in) throws Exception {
    Process shell =
        new ProcessBuilder("bash", "-c", "mkdir -p '" + in + "'; : > '" + in + "'/$'\\xe9.parquet'")
            .directory(folder.toFile())
            .inheritIO()
            .start();
    assertThat(shell.waitFor()).isZero();
  }

  private void refused(String pattern) {
    assertThatIOException()
        .isThrownBy(() -> StoredFile.find(folder + pattern, FileKind.PARQUET))
        .withMessageContaining("\ufffd.parquet: has letters that the encoding of this machine")
        .withMessageEndingWith("can't read; rename it, or set LC_ALL=C.UTF-8");
  }

  @Test
  void namesThatAPatternWouldLeaveOut() throws Exception {
    unread("a/b");
    refused("/a/b/*.parquet");
    refused("/a/*/*.parquet");
    refused("/a/**.parquet");
    refused("/*/b/?.parquet");
    refused("/a");
  }

  @Test
  void namesThatThePatternDoesNotMean() throws Exception {
    unread("a/b");
    Files.createFile(folder.resolve("a/x.parquet"));
    assertThat(StoredFile.find(folder + "/a/*.parquet", FileKind.PARQUET).files()).hasSize(1);
    assertThat(StoredFile.find(folder + "/a/b/*.jsonl", FileKind.DEAD_LETTERS).files()).isEmpty();
  }

  @Test
  void theWayOfALinkIsTaken() throws Exception {
    unread("a/b");
    Files.createSymbolicLink(folder.resolve("link"), folder.resolve("a/b"));
    refused("/link/*.parquet");
  }
}
