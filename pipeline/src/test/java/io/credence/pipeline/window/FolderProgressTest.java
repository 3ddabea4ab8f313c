package io.credence.pipeline.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credence.deadletter.DeadLetterCode;
import io.credence.pipeline.folder.Move;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known of a topic's files after each way in which a job can end. */
class FolderProgressTest {

  private static final Map<Integer, Long> STARTS = Map.of(0, 5L, 1, 0L);

  private Path folder;
  private FolderProgress progress;

  @BeforeAll
  static void fileSystems() {
    FileSystems.setDefaultPipelineOptions(PipelineOptionsFactory.create());
  }

  @BeforeEach
  void begin(@TempDir Path files) throws IOException {
    folder = files;
    progress = of("flights");
    progress.begin(STARTS, false);
  }

  private FolderProgress of(String topic) {
    WindowFolder files = new WindowFolder(folder.toString(), folder.resolve("dead").toString());
    return new FolderProgress(files, topic, "cluster");
  }

  @Test
  void goesOnBehindWhatIsInFiles() throws IOException {
    progress.publish(0, 1, written(progress.claim(0, 1), "a", Map.of(0, 9L)));

    assertThat(folder.resolve("a")).hasContent("a");
    assertThat(progress.next()).isEqualTo(Map.of(0, 9L, 1, 0L));
    progress.begin(Map.of(0, 700L, 1, 700L, 2, 3L), false);
    assertThat(progress.next()).isEqualTo(Map.of(0, 9L, 1, 0L, 2, 3L));
  }

  @Test
  void goesBackWhenAskedTo() throws IOException {
    progress.publish(0, 1, written(progress.claim(0, 1), "a", Map.of(0, 9L)));

    progress.begin(STARTS, true);

    assertThat(progress.next()).isEqualTo(STARTS);
    assertThat(folder.resolve("a")).exists();
  }

  @Test
  void aKillBeforeTheMovesLosesAndDoublesNothing() throws IOException {
    ShardProgress first = written(progress.claim(0, 1), "a", Map.of(0, 9L));
    progress.publish(0, 1, first);
    // As if killed in between: written down, but not moved.
    Files.move(folder.resolve("a"), Path.of(first.moves().get(0).from()));

    assertThat(progress.next()).containsEntry(0, 9L);

    assertThat(folder.resolve("a")).hasContent("a");
  }

  @Test
  void aWriterThatComesAfterAKillMakesTheMoves() throws IOException {
    ShardProgress first = written(progress.claim(0, 1), "a", Map.of(0, 9L));
    progress.publish(0, 1, first);
    Files.move(folder.resolve("a"), Path.of(first.moves().get(0).from()));

    ShardProgress second = progress.claim(0, 1);

    assertThat(folder.resolve("a")).hasContent("a");
    assertThat(second.next()).containsEntry(0, 9L);
    assertThat(second.moves()).isEmpty();
  }

  @Test
  void aStartByHandMakesTheMovesAndRemovesTheRest() throws IOException {
    ShardProgress first = written(progress.claim(0, 1), "a", Map.of(0, 9L));
    progress.publish(0, 1, first);
    Files.move(folder.resolve("a"), Path.of(first.moves().get(0).from()));

    progress.begin(STARTS, true);

    assertThat(folder.resolve("a")).hasContent("a");
    assertThat(folder.resolve(".credence-stream").toFile().list()).containsExactly("start.json");
  }

  @Test
  void aWriterOfAnEarlierStartWritesNoMore() throws IOException {
    ShardProgress earlier = progress.claim(0, 1);

    progress.begin(STARTS, false);

    assertThatThrownBy(() -> progress.publish(0, 1, written(earlier, "a", Map.of(0, 9L))))
        .hasMessageContaining("another job writes into this folder");
    assertThat(progress.next()).isEqualTo(STARTS);
  }

  @Test
  void whoReadsResultsMayTakeThemAway() throws IOException {
    progress.publish(0, 1, written(progress.claim(0, 1), "a", Map.of(0, 9L)));
    Files.delete(folder.resolve("a"));

    assertThat(progress.next()).containsEntry(0, 9L);
  }

  @Test
  void aWriterThatWasHeldForLostWritesNoMore() throws IOException {
    ShardProgress lost = progress.claim(0, 1);
    progress.claim(0, 1);

    assertThatThrownBy(() -> progress.publish(0, 1, written(lost, "a", Map.of(0, 9L))))
        .hasMessageContaining("another job writes into this folder");

    assertThat(folder.resolve("a")).doesNotExist();
    assertThat(progress.next()).containsEntry(0, 5L);
  }

  @Test
  void whatIsNotWholeIsRemoved() throws IOException {
    Path begun = folder.resolve(".credence-stream").resolve("x" + FolderProgress.BEGUN);
    Files.writeString(begun, "half");

    progress.begin(STARTS, false);

    assertThat(begun).doesNotExist();
  }

  @Test
  void countsSinceTheBeginning() throws IOException {
    Counts counts = new Counts();
    counts.addScored();
    counts.addScored();
    counts.addDeadLetter(DeadLetterCode.UNDECODABLE);
    ShardProgress mine = progress.claim(1, 2);
    progress.publish(
        1,
        2,
        new ShardProgress(
            mine.topic(), mine.cluster(), mine.writer(), mine.next(), List.of(), counts));
    progress.claim(0, 2);

    assertThat(progress.counts().scored()).isEqualTo(2);
    assertThat(progress.counts().deadLetters()).isEqualTo(Map.of("UNDECODABLE", 1L));

    progress.begin(STARTS, false);
    assertThat(progress.counts().scored()).isZero();
  }

  @Test
  void aFolderIsOfOneTopic() throws IOException {
    assertThat(progress.otherTopic()).isEmpty();
    assertThat(of("trains").otherTopic()).hasValue("flights");
  }

  /** The same with one more file. */
  private ShardProgress written(ShardProgress mine, String name, Map<Integer, Long> next)
      throws IOException {
    Path begun = folder.resolve(".credence-stream").resolve(name + FolderProgress.BEGUN);
    Files.writeString(begun, name);
    Move move = new Move(begun.toString(), folder.resolve(name).toString(), Files.size(begun));
    return new ShardProgress(
        mine.topic(),
        mine.cluster(),
        mine.writer(),
        new TreeMap<>(next),
        List.of(move),
        mine.counts());
  }
}
