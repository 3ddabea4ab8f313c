package io.credence.jobs.sink.rolling;

import static org.assertj.core.api.Assertions.assertThat;

import io.credence.files.WrittenFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of the messages here, the fourth can't be scored. */
class OpenWindowTest {

  private Path folder;
  private List<ScoredMessage> messages;
  private OpenWindow window;

  @BeforeEach
  void open(@TempDir Path files) {
    folder = files;
    messages = FolderStream.messages(4);
    window =
        new OpenWindow(
            new TestClock().of(Duration.ofMinutes(1)).next(null),
            new RollingFolders(files.toString(), files.resolve("dead").toString()),
            FolderStream.rowFiles());
  }

  private List<Path> begun(String of) throws Exception {
    return FolderStream.files(folder.resolve(of).resolve(".credence-stream"));
  }

  @Test
  void makesNoFileForNothing() throws Exception {
    window.close();
    assertThat(window.scored()).isNull();
    assertThat(window.deadLetters()).isNull();
    assertThat(window.next()).isEmpty();
    assertThat(begun("")).isEmpty();
  }

  @Test
  void makesNoFileOfDeadLettersWithoutOne() throws Exception {
    window.add(messages.get(0));
    window.close();
    assertThat(window.scored()).isNotNull();
    assertThat(window.deadLetters()).isNull();
    assertThat(begun("dead")).isEmpty();
  }

  @Test
  void knowsWhatIsInItsFilesAndWhatComesNext() throws Exception {
    for (ScoredMessage message : messages) {
      window.add(message);
    }
    window.close();
    assertThat(window.counts().scored()).isEqualTo(3);
    assertThat(window.counts().deadLetters()).isEqualTo(Map.of("MISSING_FEATURE", 1L));
    assertThat(window.next()).isEqualTo(Map.of(0, 2L, 1, 2L));
    WrittenFile scored = Objects.requireNonNull(window.scored());
    assertThat(Path.of(scored.location())).isEqualTo(begun("").get(0)).hasSize(scored.bytes());
    WrittenFile letters = Objects.requireNonNull(window.deadLetters());
    assertThat(Path.of(letters.location()))
        .isEqualTo(begun("dead").get(0))
        .hasSize(letters.bytes());
  }

  @Test
  void leavesNothingWhenItIsDiscarded() throws Exception {
    for (ScoredMessage message : messages) {
      window.add(message);
    }
    window.discard();
    assertThat(begun("")).isEmpty();
    assertThat(begun("dead")).isEmpty();
  }
}
