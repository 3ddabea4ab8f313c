package io.credence.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credence.jobs.sink.folder.RunFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.beam.sdk.PipelineResult.State;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of the files of a job that did not end well. */
class FilesToFolderScoringTest {

  @ParameterizedTest
  @EnumSource(State.class)
  void onlyWhatIsOverIsTidiedUp(State state, @TempDir Path output) throws IOException {
    Path temporary = Files.createDirectory(output.resolve(".credence-temp-mine"));
    Files.createFile(temporary.resolve("x"));
    RunFolders folders = new RunFolders(output.toString(), output + "/dead", "mine");
    if (state == State.DONE) {
      FilesToFolderScoring.requireDone(state, List.of(folders));
    } else {
      assertThatThrownBy(() -> FilesToFolderScoring.requireDone(state, List.of(folders)))
          .hasMessageContaining(state.name());
    }
    if (state == State.FAILED || state == State.CANCELLED) {
      assertThat(temporary).doesNotExist();
    } else {
      assertThat(temporary).exists();
    }
  }
}
