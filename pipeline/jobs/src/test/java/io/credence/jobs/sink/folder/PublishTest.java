package io.credence.jobs.sink.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credence.beam.ModelRef;
import io.credence.beam.Scoring;
import io.credence.beam.store.Claim;
import io.credence.deadletter.DeadLetterCode;
import io.credence.files.WrittenFile;
import io.credence.jobs.scoring.NumberedSplit;
import io.credence.parquet.ParquetSplit;
import io.credence.score.ScoreSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.beam.sdk.util.SerializableUtils;
import org.apache.beam.sdk.values.KV;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Publishing, also when it is tried again from wherever it broke off. */
class PublishTest {

  private static final String MINE = ".credence-temp-mine/";
  private static final int SPLITS = 3;
  private static final Map<String, String> PUBLISHED =
      Map.of(
          "part-00000-of-00003-mine.parquet", "new 0",
          "part-00001-of-00003-mine.parquet", "new 1",
          "part-00002-of-00003-mine.parquet", "new 2",
          "dead-letters/_part-00001-of-00003-mine.jsonl", "letter");

  private final Path output;
  private final RunFolders folders;

  PublishTest(@TempDir Path folder) {
    output = folder.resolve("out");
    folders = folders("mine");
  }

  private RunFolders folders(String run) {
    return new RunFolders(output.toString(), RunFolders.deadLettersBeneath(output.toString()), run);
  }

  @BeforeEach
  void results() throws IOException {
    for (int i = 0; i < SPLITS; i++) {
      write(MINE + i, "new " + i);
    }
    write("dead-letters/" + MINE + "letter", "letter");
  }

  private Path write(String name, String text) throws IOException {
    Path file = output.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    return Files.writeString(file, text);
  }

  private WrittenFile written(String name) {
    return new WrittenFile(output.resolve(name).toString(), name.endsWith("letter") ? 6 : 5, "");
  }

  private void publish(boolean overwrite, double share) throws Exception {
    publish(folders, overwrite, share);
  }

  /** The run has been checked just now. */
  private PublishTerms terms(boolean overwrite) throws IOException {
    return new PublishTerms(
        overwrite, overwrite ? Manifest.identity(folders.manifest()) : "", true);
  }

  private void publish(RunFolders to, boolean overwrite, double share) throws Exception {
    List<SplitResult> results = new ArrayList<>();
    for (int i = 0; i < SPLITS; i++) {
      EnumMap<DeadLetterCode, Long> dead = new EnumMap<>(DeadLetterCode.class);
      if (i == 1) {
        dead.put(DeadLetterCode.NOT_FINITE, 1L);
      }
      NumberedSplit task = new NumberedSplit(i, SPLITS, new ParquetSplit("in.parquet", 100, i, 1));
      WrittenFile letters = i == 1 ? written("dead-letters/" + MINE + "letter") : null;
      results.add(
          new SplitResult(
              task, i == 1 ? 0 : 1, written(MINE + i), dead, letters, ChallengerCounts.NONE, null));
    }
    // They come in any order.
    List<PackedResults> packed =
        List.of(
            PackedResults.of(results.subList(1, SPLITS)), PackedResults.of(results.subList(0, 1)));
    ModelRef model = ModelRef.at("../../samples/category-slopes");
    FolderSink sink =
        new FolderSink(to, terms(overwrite), share, KeptFields.ALL, Map.of(), List.of(), null);
    new PublishFn(sink, Scoring.of(model, ScoreSpec.DEFAULT), Results.OF_SPLITS)
        .process(KV.of("run", packed));
  }

  /** All files and what they hold; of accounts, whose they are. */
  private Map<String, String> files() throws IOException {
    Map<String, String> all = new TreeMap<>();
    try (Stream<Path> found = Files.walk(output)) {
      for (Path file : found.filter(Files::isRegularFile).toList()) {
        all.put(output.relativize(file).toString(), Files.readString(file));
      }
    }
    for (String account : List.of("_manifest.json", "_failed.json")) {
      all.computeIfPresent(account, (name, text) -> text.contains("\"mine\"") ? "mine" : "theirs");
    }
    return all;
  }

  private void assertPublished() throws IOException {
    Map<String, String> expected = new TreeMap<>(PUBLISHED);
    expected.put("_manifest.json", "mine");
    assertThat(files()).isEqualTo(expected);
    assertThat(output.resolve(MINE)).doesNotExist();
  }

  private void oldResults() throws IOException {
    write("_manifest.json", "{\"run\": \"theirs\"}");
    write("part-00000-of-00003.parquet", "old 0");
    write("part-00000-of-00001.parquet", "old");
    write("dead-letters/_part-00000-of-00001.jsonl", "old letter");
  }

  @Test
  void takesNoFilesOfTheModelAlong() throws Exception {
    ModelRef model = ModelRef.carrying("../../samples/category-slopes");
    FolderSink sink =
        new FolderSink(
            folders,
            new PublishTerms(false, "", true),
            1,
            KeptFields.ALL,
            Map.of(),
            List.of(),
            null);
    assertThat(model.carriedBytes()).isGreaterThan(100_000);
    assertThat(
            SerializableUtils.serializeToByteArray(
                new PublishFn(sink, Scoring.of(model, ScoreSpec.DEFAULT), Results.OF_SPLITS)))
        .hasSizeLessThan(10_000);
  }

  @Test
  void twice() throws Exception {
    publish(false, 1);
    assertPublished();
    publish(false, 1);
    assertPublished();
  }

  @Test
  void namesFilesAsSeenFromTheManifest() throws Exception {
    publish(false, 1);
    Manifest manifest = folders.account().orElseThrow();
    assertThat(manifest.outputs())
        .extracting(Manifest.FileEntry::file)
        .containsExactly(
            "part-00000-of-00003-mine.parquet",
            "part-00001-of-00003-mine.parquet",
            "part-00002-of-00003-mine.parquet");
    assertThat(manifest.deadLetters().files())
        .extracting(Manifest.FileEntry::file)
        .containsExactly("dead-letters/_part-00001-of-00003-mine.jsonl");
  }

  /** As a kill between two moves leaves it. */
  private void breakOffHalfWay() throws Exception {
    write("_publishing", "mine");
    Files.move(output.resolve(MINE + 0), output.resolve("part-00000-of-00003-mine.parquet"));
  }

  @Test
  void afterHalfOfTheMoves() throws Exception {
    breakOffHalfWay();
    publish(false, 1);
    assertPublished();
  }

  /** After the loss of a machine, all may have been scored again, into other files. */
  @Test
  void afterMovesOfAnAttemptThatWroteOtherFiles() throws Exception {
    write("part-00000-of-00003-mine.parquet", "new ?");
    write("dead-letters/_part-00001-of-00003-mine.jsonl", "longer than it is now");
    publish(false, 1);
    assertPublished();
  }

  @Test
  void afterAllOfTheMoves() throws Exception {
    publish(false, 1);
    write("_publishing", "mine");
    Files.delete(output.resolve("_manifest.json"));
    publish(false, 1);
    assertPublished();
  }

  @Test
  void afterTheManifest() throws Exception {
    publish(false, 1);
    write("_publishing", "");
    write(MINE + "superseded.json", "[");
    write(MINE + "other-attempt", "x");
    publish(false, 1);
    assertPublished();
  }

  @Test
  void aFileThatVanishedIsNoResult() throws Exception {
    Path vanished = output.resolve(MINE + 2);
    Files.delete(vanished);
    assertThatThrownBy(() -> publish(false, 1))
        .isInstanceOf(IOException.class)
        .hasMessage(vanished + ": was written by this run, but no longer exists");
    assertThat(files().keySet()).allMatch(name -> name.contains(MINE));
  }

  @Test
  void aFileThatWasCutShortIsNoResult() throws Exception {
    Path cut = write(MINE + 2, "new");
    assertThatThrownBy(() -> publish(false, 1)).hasMessage(cut + ": must have 5 bytes, but has 3");
    assertThat(files().keySet()).allMatch(name -> name.contains(MINE));
  }

  @Test
  void aFileThatVanishedAfterItsMove() throws Exception {
    breakOffHalfWay();
    Path vanished = output.resolve(MINE + 0);
    Files.delete(output.resolve("part-00000-of-00003-mine.parquet"));
    assertThatThrownBy(() -> publish(false, 1))
        .hasMessage(vanished + ": was written by this run, but no longer exists");
  }

  @Test
  void replacesOldResultsWithTheirDeadLettersAndLeftovers() throws Exception {
    oldResults();
    write(".credence-temp-dead/x", "");
    publish(true, 1);
    assertPublished();
  }

  @Test
  void replacesResultsWhoseManifestIsBroken() throws Exception {
    write("_manifest.json", "{\"complete\": tr");
    publish(true, 1);
    assertPublished();
  }

  @Test
  void replacesOldResultsInTwoGoes() throws Exception {
    oldResults();
    breakOffHalfWay();
    publish(true, 1);
    assertPublished();
  }

  @Test
  void leavesOldResultsAsTheyAreWhenNewOnesAreNotWhole() throws Exception {
    oldResults();
    Files.delete(output.resolve(MINE + 2));
    Map<String, String> before = files();
    assertThatThrownBy(() -> publish(true, 1)).isInstanceOf(IOException.class);
    assertThat(files()).isEqualTo(before);
    new FailedRun(folders).discard();
    before.keySet().removeIf(name -> name.contains(MINE));
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void refusesResultsOfAnotherRunThatItWasNotToReplace() throws Exception {
    oldResults();
    Map<String, String> before = files();
    assertThatThrownBy(() -> publish(false, 1))
        .isInstanceOf(IOException.class)
        .hasMessage(
            output.resolve("_manifest.json")
                + ": another run has put its results into the folder since this one began; nothing"
                + " was replaced");
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void aRunThatIsGivenUpLeavesOldResultsAsTheyAre() throws Exception {
    oldResults();
    publish(true, 0.1);
    assertThat(files())
        .isEqualTo(
            new TreeMap<>(
                Map.of(
                    "_manifest.json", "theirs",
                    "part-00000-of-00003.parquet", "old 0",
                    "part-00000-of-00001.parquet", "old",
                    "dead-letters/_part-00000-of-00001.jsonl", "old letter",
                    "_failed.json", "mine",
                    "dead-letters/_failed/_part-00001-of-00003-mine.jsonl", "letter")));
    assertThat(folders.account().orElseThrow().complete()).isFalse();
  }

  @Test
  void onlyTheLastGivenUpRunLeavesDeadLetters() throws Exception {
    write("_failed.json", "{\"run\": \"theirs\"}");
    write("dead-letters/_failed/_part-00000-of-00001.jsonl", "old letter");
    publish(true, 0.1);
    assertThat(files())
        .isEqualTo(
            new TreeMap<>(
                Map.of(
                    "_failed.json", "mine",
                    "dead-letters/_failed/_part-00001-of-00003-mine.jsonl", "letter")));
    results();
    publish(folders("mine2"), true, 1);
    Map<String, String> second = new TreeMap<>();
    PUBLISHED.forEach((name, text) -> second.put(name.replace("-mine.", "-mine2."), text));
    assertThat(files()).doesNotContainKey("_failed.json").containsAllEntriesOf(second);
    assertThat(files().keySet()).noneMatch(name -> name.contains("_failed"));
  }

  @Test
  void aCrashBetweenTheManifestAndTheOldFiles() throws Exception {
    Path shared = Files.createDirectory(output.resolveSibling("shared"));
    RunFolders mine = new RunFolders(output.toString(), shared.toString(), "mine");
    Files.writeString(shared.resolve("_part-00000-of-00001-old.jsonl"), "old letter");
    Files.writeString(shared.resolve("_part-00000-of-00001-other.jsonl"), "another job's");
    oldResults();
    write(
        "_manifest.json",
        "{\"run\":\"theirs\",\"outputs\":[{\"file\":\"../secret\"}],\"dead_letters\":{\"files\":[{\"file\":\""
            + shared.resolve("_part-00000-of-00001-old.jsonl")
            + "\"}]}}");
    Path secret = Files.writeString(output.resolveSibling("secret"), "not ours to delete");
    publish(mine, true, 1);
    assertThat(shared.resolve("_part-00000-of-00001-old.jsonl")).doesNotExist();
    assertThat(shared.resolve("_part-00000-of-00001-other.jsonl")).exists();
    assertThat(shared.resolve("_part-00001-of-00003-mine.jsonl")).exists();
    assertThat(secret).exists();

    // As if it had been killed before anything old was deleted.
    write("_publishing", "mine");
    write("part-00000-of-00001-0123456789ab.parquet", "old");
    Path letter = Files.writeString(shared.resolve("_part-00000-of-00001-old.jsonl"), "letter");
    write(MINE + "superseded.json", "[\"" + letter + "\"]");
    publish(mine, true, 1);
    assertThat(letter).doesNotExist();
    assertThat(output.resolve("part-00000-of-00001-0123456789ab.parquet")).doesNotExist();
    assertThat(output.resolve("_publishing")).doesNotExist();
    assertThat(shared.resolve("_part-00001-of-00003-mine.jsonl")).exists();
  }

  @Test
  void aRunIsLeftAloneAsLongAsItLives() throws Exception {
    oldResults();
    RunFolders alive = folders("alive");
    write(".credence-temp-alive/x", "");
    Claim here = new RunClaims(alive).presence().orElseThrow();
    publish(true, 1);
    assertThat(output.resolve(".credence-temp-alive/x")).exists();
    here.close();
    publish(true, 1);
    assertThat(output.resolve(".credence-temp-alive/x")).doesNotExist();
  }

  @Test
  void whatCameSinceTheCheckIsNotReplaced() throws Exception {
    oldResults();
    PublishTerms terms = terms(true);
    write("_manifest.json", "{\"run\": \"theirs\", \"again\": 1}");
    Map<String, String> before = files();
    Publication late = new Publication(folders, terms);
    late.add(written(MINE + 0), folders.scored("part-00000-of-00003-mine.parquet"));
    assertThatThrownBy(
            () ->
                late.publish(
                    new Manifest(
                        1,
                        true,
                        null,
                        "",
                        "mine",
                        new Manifest.ModelEntry("", "", "", "", null),
                        Map.of(),
                        List.of(),
                        List.of(),
                        0,
                        0,
                        new Manifest.DeadLetters(0, Map.of(), List.of()),
                        null,
                        null)))
        .hasMessageContaining("another run has put its results into the folder");
    assertThat(files()).isEqualTo(before);
  }
}
