package io.credence.jobs.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file system that fails does so where it is asked to, and nowhere else. */
@Tag("faults")
class FaultsTest {

  private static final byte[] CONTENT = {1, 2, 3};

  private final Path folder;
  private final Path file;

  FaultsTest(@TempDir Path folder) {
    this.folder = folder;
    this.file = folder.resolve("file");
  }

  private void write(boolean forced) throws IOException {
    Path begun = folder.resolve("begun");
    try (FileChannel channel =
        FileChannel.open(begun, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(CONTENT));
      if (forced) {
        channel.force(true);
      }
    }
    Files.move(begun, file);
    Files.size(file);
  }

  @Test
  void countsCalls() throws Exception {
    assertThat(Faults.calls(folder, () -> write(true)))
        .containsExactly(
            "open begun", "write begun", "force begun", "close begun", "move file", "stat file");
  }

  @Test
  void failsAtACallAndOnlyThere() {
    assertThat(Faults.at(5, Fault.DENIED, false, folder, () -> write(true)))
        .isInstanceOf(AccessDeniedException.class);
    assertThat(file).doesNotExist();
    assertThat(folder.resolve("begun")).hasBinaryContent(CONTENT);
  }

  @Test
  void afterTheEndNothingIsDone() {
    assertThat(Faults.at(2, Fault.KILL_AFTER, false, folder, () -> write(true)))
        .isInstanceOf(Fault.End.class);
    assertThat(folder.resolve("begun")).hasBinaryContent(CONTENT);
    assertThat(file).doesNotExist();
  }

  @Test
  void whatIsNotForcedIsLostWithThePower() {
    Faults.at(5, Fault.POWER, false, folder, () -> write(false));
    assertThat(file).isEmptyFile();
  }

  @Test
  void whatIsForcedOutlivesThePower() {
    Faults.at(6, Fault.POWER, false, folder, () -> write(true));
    assertThat(file).hasBinaryContent(CONTENT);
  }

  @Test
  void aTornWriteIsTheLastAndDoneByHalf() {
    assertThat(Faults.at(2, Fault.TORN, false, folder, () -> write(true)))
        .isInstanceOf(Fault.End.class);
    assertThat(folder.resolve("begun")).hasBinaryContent(new byte[] {1, 2});
  }

  @Test
  void halfOfAWriteIsNoFailure() {
    assertThat(Faults.at(2, Fault.HALF, false, folder, () -> write(true))).isNull();
    assertThat(file).hasBinaryContent(new byte[] {1, 2});
  }
}
