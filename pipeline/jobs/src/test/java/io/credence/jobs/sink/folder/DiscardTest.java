package io.credence.jobs.sink.folder;

import static org.assertj.core.api.Assertions.assertThat;

import io.credence.beam.store.Claim;
import io.credence.beam.store.StoredFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tidying up after a run that failed takes its own files, and nothing of anybody else's. */
class DiscardTest {

  private final Path output;
  private final RunFolders folders;

  DiscardTest(@TempDir Path folder) {
    output = folder.resolve("out");
    folders =
        new RunFolders(output.toString(), RunFolders.deadLettersBeneath(output.toString()), "mine");
  }

  private Path file(String name) throws IOException {
    Path file = output.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    return Files.createFile(file);
  }

  @Test
  void takesWhatThisRunPublishedAndHadNotPublished() throws IOException {
    Path part = file("part-00000-of-00002-mine.parquet");
    Path letters = file("dead-letters/_part-00000-of-00002-mine.jsonl");
    Path temporary = file(".credence-temp-mine/x-part-00001-of-00002.parquet");
    new FailedRun(folders).discard();
    assertThat(part).doesNotExist();
    assertThat(letters).doesNotExist();
    assertThat(temporary.getParent()).doesNotExist();
  }

  @Test
  void leavesWhatItHasNotReplacedYet() throws IOException {
    file(".credence-temp-mine/x-part-00000-of-00001.parquet");
    Path old = file("part-00000-of-00001.parquet");
    new FailedRun(folders).discard();
    assertThat(old).exists();
  }

  @Test
  void leavesWholeResultsAlone() throws IOException {
    Path part = file("part-00000-of-00001-mine.parquet");
    Path manifest = file("_manifest.json");
    Files.writeString(manifest, "{\"run\": \"mine\"}");
    new FailedRun(folders).discard();
    assertThat(part).exists();
    assertThat(manifest).exists();
  }

  @Test
  void leavesPartsOfAnotherRunThatIsPublishing() throws IOException {
    Path part = file("part-00000-of-00001.parquet");
    file(".credence-temp-mine/x-part-00000-of-00001.parquet");
    new FailedRun(folders).discard();
    assertThat(part).exists();
  }

  /** A machine that was cut off may go on, and would say that its results are whole. */
  @Test
  void leavesThisRunAloneWhereItIsBeingPublished() throws IOException {
    Path part = file("part-00000-of-00001-mine.parquet");
    Path temporary = file(".credence-temp-mine/x-part-00000-of-00001.parquet");
    ResourceId claimed = folders.claim();
    try (Claim alive = StoredFile.store(claimed).orElseThrow().claim(claimed, "mine")) {
      new FailedRun(folders).discard();
      assertThat(alive.isHeld()).isTrue();
    }
    assertThat(part).exists();
    assertThat(temporary).exists();
  }

  @Test
  void leavesAnotherRunAlone() throws IOException {
    Path others = file(".credence-temp-theirs/x-part-00000-of-00001.parquet");
    Path foreign = file("notes.txt");
    new FailedRun(folders).discard();
    assertThat(others).exists();
    assertThat(foreign).exists();
  }

  @Test
  void doesNotMindThatThereIsNothing() throws IOException {
    new FailedRun(folders).discard();
    assertThat(output).doesNotExist();
  }
}
