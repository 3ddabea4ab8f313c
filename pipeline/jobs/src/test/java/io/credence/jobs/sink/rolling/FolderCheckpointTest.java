package io.credence.jobs.sink.rolling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credence.deadletter.DeadLetterCode;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is known of a topic's files after each way in which a job can end. */
class FolderCheckpointTest {

  private static final Map<Integer, Long> STARTS = Map.of(0, 5L, 1, 0L);

  private static final String FILE = "part-1.parquet";

  private Path folder;
  private FolderCheckpoint progress;

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

  private FolderCheckpoint of(String topic) {
    RollingFolders files = new RollingFolders(folder.toString(), folder.resolve("dead").toString());
    return new FolderCheckpoint(files, topic, "cluster");
  }

  @Test
  void goesOnBehindWhatIsInFiles() throws IOException {
    progress.publish(0, 1, written(progress.claim(0, 1), FILE, Map.of(0, 9L)));

    assertThat(folder.resolve(FILE)).hasContent(FILE);
    assertThat(progress.next()).isEqualTo(Map.of(0, 9L, 1, 0L));
    progress.begin(Map.of(0, 700L, 1, 700L, 2, 3L), false);
    assertThat(progress.next()).isEqualTo(Map.of(0, 9L, 1, 0L, 2, 3L));
  }

  @Test
  void goesBackWhenAskedTo() throws IOException {
    progress.publish(0, 1, written(progress.claim(0, 1), FILE, Map.of(0, 9L)));

    progress.begin(STARTS, true);

    assertThat(progress.next()).isEqualTo(STARTS);
    assertThat(folder.resolve(FILE)).exists();
  }

  @Test
  void aKillBeforeTheMovesLosesAndDoublesNothing() throws IOException {
    ShardCheckpoint first = written(progress.claim(0, 1), FILE, Map.of(0, 9L));
    progress.publish(0, 1, first);
    // As if killed in between: written down, but not moved.
    Files.move(folder.resolve(FILE), begun(first));

    assertThat(progress.next()).containsEntry(0, 9L);

    assertThat(folder.resolve(FILE)).hasContent(FILE);
  }

  @Test
  void aWriterThatComesAfterAKillMakesTheMoves() throws IOException {
    ShardCheckpoint first = written(progress.claim(0, 1), FILE, Map.of(0, 9L));
    progress.publish(0, 1, first);
    Files.move(folder.resolve(FILE), begun(first));

    ShardCheckpoint second = progress.claim(0, 1);

    assertThat(folder.resolve(FILE)).hasContent(FILE);
    assertThat(second.next()).containsEntry(0, 9L);
    assertThat(second.files()).isEmpty();
  }

  @Test
  void aStartByHandMakesTheMovesAndRemovesTheRest() throws IOException {
    ShardCheckpoint first = written(progress.claim(0, 1), FILE, Map.of(0, 9L));
    progress.publish(0, 1, first);
    Files.move(folder.resolve(FILE), begun(first));

    progress.begin(STARTS, true);

    assertThat(folder.resolve(FILE)).hasContent(FILE);
    assertThat(folder.resolve(".credence-stream").toFile().list()).containsExactly("start.json");
  }

  @Test
  void aWriterOfAnEarlierStartWritesNoMore() throws IOException {
    ShardCheckpoint earlier = progress.claim(0, 1);

    progress.begin(STARTS, false);

    assertThatThrownBy(() -> progress.publish(0, 1, written(earlier, FILE, Map.of(0, 9L))))
        .hasMessageContaining("another job writes into this folder");
    assertThat(progress.next()).isEqualTo(STARTS);
  }

  @Test
  void whoReadsResultsMayTakeThemAway() throws IOException {
    progress.publish(0, 1, written(progress.claim(0, 1), FILE, Map.of(0, 9L)));
    Files.delete(folder.resolve(FILE));

    assertThat(progress.next()).containsEntry(0, 9L);
  }

  @Test
  void aWriterThatWasHeldForLostWritesNoMore() throws IOException {
    ShardCheckpoint lost = progress.claim(0, 1);
    progress.claim(0, 1);

    assertThatThrownBy(() -> progress.publish(0, 1, written(lost, FILE, Map.of(0, 9L))))
        .hasMessageContaining("another job writes into this folder");

    assertThat(folder.resolve(FILE)).doesNotExist();
    assertThat(progress.next()).containsEntry(0, 5L);
  }

  /** A look and a write are one step: else, one would go on from before what the other wrote. */
  @Test
  void twoWritersOfAShardWriteNoMessageTwice() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Future<List<Long>>> both = new ArrayList<>();
      for (String name : List.of("part-a-", "part-b-")) {
        both.add(threads.submit(() -> contend(name)));
      }
      List<Long> written = new ArrayList<>();
      for (Future<List<Long>> each : both) {
        written.addAll(each.get());
      }
      assertThat(written).isNotEmpty().doesNotHaveDuplicates();
      assertThat(progress.next()).containsEntry(0, (long) written.size());
    } finally {
      threads.shutdownNow();
    }
  }

  /** The messages that were written by one who takes the shard again and again. */
  private List<Long> contend(String name) throws IOException {
    List<Long> written = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      ShardCheckpoint mine = progress.claim(0, 1);
      long message = mine.next().getOrDefault(0, 0L);
      ShardCheckpoint next = written(mine, name + i + ".parquet", Map.of(0, message + 1));
      try {
        progress.publish(0, 1, next);
        written.add(message);
      } catch (IOException e) {
        assertThat(e).hasMessageContaining("another job writes into this folder");
      }
    }
    return written;
  }

  /** By a link, two streams would have one progress, and each would miss what the other has. */
  @Test
  void aLinkInPlaceOfTheHiddenFolderIsSeen(@TempDir Path other) throws IOException {
    assertThat(RollingFolders.inPlaceOfOwn(folder.toString())).isEmpty();
    assertThat(RollingFolders.inPlaceOfOwn(other.toString())).isEmpty();
    Path link = other.resolve(".credence-stream");
    Files.createSymbolicLink(link, folder.resolve(".credence-stream"));
    assertThat(RollingFolders.inPlaceOfOwn(other.toString()).orElseThrow())
        .hasToString(link.toString());
  }

  @Test
  void whatIsNotWholeIsRemoved() throws IOException {
    Path begun = folder.resolve(".credence-stream").resolve("x" + FolderCheckpoint.BEGUN);
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
    ShardCheckpoint mine = progress.claim(1, 2);
    progress.publish(
        1,
        2,
        new ShardCheckpoint(
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

  @Test
  void whatCantBeReadIsNotTakenForAbsent() throws IOException {
    progress.publish(0, 1, written(progress.claim(0, 1), FILE, Map.of(0, 9L)));
    Path file = folder.resolve(".credence-stream/shard-00000-of-00001.json");
    Files.delete(file);
    Files.createDirectory(file);

    assertThatThrownBy(() -> progress.next())
        .hasMessageContaining(file + ": says which messages are in files, and can't be read")
        .hasMessageContaining("is a folder");
    assertThatThrownBy(() -> progress.claim(0, 1)).hasMessageContaining("can't be read");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "null",
        "{}",
        "[]",
        "{\"topic\":\"flights\",\"cluster\":\"cluster\",\"writer\":\"\",\"next\":{\"0\":-1},\"moves\":[],\"counts\":{}}",
        "{\"topic\":\"flights\",\"cluster\":\"cluster\",\"writer\":\"\",\"next\":{\"0\":null},\"moves\":[],\"counts\":{}}"
      })
  void damagedProgressIsRefusedWithAWayOut(String content) throws IOException {
    Path file = folder.resolve(".credence-stream/start.json");
    Files.writeString(file, content);

    assertThatThrownBy(() -> progress.begin(STARTS, false))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(file + ": says which messages are in files, and is damaged")
        .hasMessageContaining("delete the folder " + folder.resolve(".credence-stream"));
    assertThat(file).hasContent(content);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/etc/passwd", "../part-1.parquet", "part-1.parquet/../../x", "start.json"})
  void progressMovesNoFilesOfOthers(String name) throws IOException {
    Files.writeString(folder.resolve(".credence-stream/x.begun"), "x");
    Files.writeString(folder.resolve(".credence-stream/start.json"), progressOf("x.begun", name));

    assertThatThrownBy(() -> progress.next())
        .hasMessageContaining("it names '%s', which is no file of this stream".formatted(name));
    assertThat(folder.resolve(".credence-stream/x.begun")).exists();
  }

  @Test
  void progressMovesNoFilesFromElsewhere(@TempDir Path elsewhere) throws IOException {
    Path other = Files.writeString(elsewhere.resolve("x.begun"), "x");
    Files.writeString(
        folder.resolve(".credence-stream/start.json"), progressOf(other.toString(), FILE));

    assertThatThrownBy(() -> progress.next())
        .hasMessageContaining("which is no file of this stream");
    assertThat(other).exists();
  }

  @Test
  void pathsOfEarlierVersionsAreUnderstoodWithinTheFolder() throws IOException {
    Path begun = Files.writeString(folder.resolve(".credence-stream/x.begun"), "x");
    Files.writeString(
        folder.resolve(".credence-stream/start.json"),
        progressOf(begun.toString(), folder.resolve(FILE).toString()));

    assertThat(progress.next()).isEqualTo(Map.of(0, 7L));
    assertThat(folder.resolve(FILE)).hasContent("x");
  }

  @Test
  void aFolderThatWasMovedGoesOn(@TempDir Path elsewhere) throws IOException {
    ShardCheckpoint mine = written(progress.claim(0, 1), FILE, Map.of(0, 9L));
    progress.publish(0, 1, mine);
    Files.move(folder.resolve(FILE), begun(mine));
    Path moved = elsewhere.resolve("moved");
    Files.move(folder, moved);
    folder = moved;

    assertThat(of("flights").next()).containsEntry(0, 9L);
    assertThat(moved.resolve(FILE)).hasContent(FILE);
  }

  @Test
  void nothingIsPutInPlaceOfAFileOfOthers() throws IOException {
    ShardCheckpoint mine = written(progress.claim(0, 1), FILE, Map.of(0, 9L));
    Files.writeString(folder.resolve(FILE), "somebody else's");

    assertThatThrownBy(() -> progress.publish(0, 1, mine))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(folder.resolve(FILE)).hasContent("somebody else's");
    assertThat(begun(mine)).hasContent(FILE);
  }

  private static String progressOf(String from, String to) {
    return """
        {"topic":"flights","cluster":"cluster","writer":"","next":{"0":7},\
        "moves":[{"from":"%s","to":"%s","bytes":1}],\
        "counts":{"scored":0,"dead_letters":{}}}
        """
        .formatted(from, to);
  }

  private Path begun(ShardCheckpoint progress) {
    return folder.resolve(".credence-stream").resolve(progress.files().get(0).begun());
  }

  /** The same with one more file. */
  private ShardCheckpoint written(ShardCheckpoint mine, String name, Map<Integer, Long> next)
      throws IOException {
    Path begun =
        folder.resolve(".credence-stream").resolve(name.replace('.', '-') + FolderCheckpoint.BEGUN);
    Files.writeString(begun, name);
    NamedFile file = new NamedFile(begun.getFileName().toString(), name, Files.size(begun));
    return new ShardCheckpoint(
        mine.topic(),
        mine.cluster(),
        mine.writer(),
        new TreeMap<>(next),
        List.of(file),
        mine.counts());
  }
}
