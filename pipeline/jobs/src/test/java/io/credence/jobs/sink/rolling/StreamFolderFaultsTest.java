package io.credence.jobs.sink.rolling;

import static org.assertj.core.api.Assertions.assertThat;

import io.credence.jobs.faults.Fault;
import io.credence.jobs.faults.Faults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every call of the file system that a stream makes fails, or is the last one: whatever it is, each
 * message is in files once after the next start.
 */
@Tag("faults")
class StreamFolderFaultsTest {

  /** Three windows, the last of which is not full. */
  private static final List<ScoredMessage> MESSAGES = FolderStream.messages(10);

  private final Path folder;

  StreamFolderFaultsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** How a stream begins, and how it begins again. */
  private enum Protocol {
    START_BY_HAND,
    RESTART_OF_THE_RUNNER,
    START_IN_A_FOLDER_THAT_HAS_FILES;

    boolean hasFiles() {
      return this == START_IN_A_FOLDER_THAT_HAS_FILES;
    }

    void run(FolderStream stream) throws IOException {
      if (this == RESTART_OF_THE_RUNNER) {
        stream.goOn();
      } else {
        stream.start();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = "RESTART_OF_THE_RUNNER")
  void aFailureAndACrash(Protocol protocol) throws Exception {
    sweep(protocol, Fault.INPUT_OUTPUT, List.of(false));
    sweep(protocol, Fault.POWER, List.of(false));
  }

  @Tag("long")
  @ParameterizedTest
  @EnumSource
  void allKinds(Protocol protocol) throws Exception {
    for (Fault fault : Fault.values()) {
      sweep(protocol, fault, fault.isEnd() ? List.of(false) : List.of(false, true));
    }
  }

  private void sweep(Protocol protocol, Fault fault, List<Boolean> lasting) throws Exception {
    List<String> calls =
        Faults.calls(
            folder,
            () -> protocol.run(begun(protocol + "-" + fault + "-count", protocol.hasFiles())));
    int swept = 0;
    for (int at = 1; at <= calls.size(); at++) {
      if (!fault.concerns(calls, at)) {
        continue;
      }
      swept++;
      for (boolean stays : lasting) {
        FolderStream stream =
            begun(protocol + "-" + fault + "-" + at + "-" + stays, protocol.hasFiles());
        Throwable failure = Faults.at(at, fault, stays, folder, () -> protocol.run(stream));
        String place = "%s at call %s of %s: %s".formatted(fault, at, calls.size(), failure);

        assertThat(stream.found()).as(place).doesNotHaveDuplicates();
        protocol.run(stream);
        assertThat(stream.found()).as(place).containsExactlyInAnyOrderElementsOf(stream.expected());
      }
    }
    System.out.println(
        "a stream's folder, " + protocol + ", " + fault + ": " + swept + " calls swept");
  }

  /** A folder with the files of an earlier job that read half of the messages, or without. */
  private FolderStream begun(String name, boolean half) throws Exception {
    Path files = Files.createDirectories(folder.resolve(name));
    if (half) {
      new FolderStream(files, MESSAGES.subList(0, MESSAGES.size() / 2)).start();
    }
    return new FolderStream(files, MESSAGES);
  }
}
