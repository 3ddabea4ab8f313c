package io.credence.jobs.sink.folder;

import static org.assertj.core.api.Assertions.assertThat;

import io.credence.beam.store.Claim;
import io.credence.files.WrittenFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of two runs that replace the same results at once, one wins whole, and the other says so. */
class TwoRunsTest {

  private static final int TIMES = 50;
  private static final int FILES = 20;

  private final Path output;

  TwoRunsTest(@TempDir Path folder) throws IOException {
    output = Files.createDirectory(folder.resolve("out"));
  }

  @Test
  void oneWins() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      for (int i = 0; i < TIMES; i++) {
        String earlier = Manifest.identity(folders("x").manifest());
        List<Publication> runs = new ArrayList<>();
        List<Future<String>> ends = new ArrayList<>();
        List<Claim> alive = new ArrayList<>();
        for (String run : List.of("a" + i, "b" + i)) {
          runs.add(written(run, earlier));
          alive.add(new RunClaims(folders(run)).presence().orElseThrow());
        }
        for (int r = 0; r < 2; r++) {
          Publication publication = runs.get(r);
          Manifest account = account((r == 0 ? "a" : "b") + i);
          ends.add(threads.submit(() -> publish(publication, account)));
        }
        assertOneWon(ends.get(0).get(), ends.get(1).get());
        for (Claim each : alive) {
          each.close();
        }
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static String publish(Publication publication, Manifest account) {
    try {
      publication.publish(account);
      return account.run();
    } catch (IOException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private void assertOneWon(String first, String second) throws IOException {
    boolean firstWon = first.matches("[ab]\\d+");
    String winner = firstWon ? first : second;
    assertThat(firstWon ? second : first)
        .isEqualTo(
            output.resolve("_manifest.json")
                + ": another run has put its results into the folder since this one began;"
                + " nothing was replaced");
    assertThat(Manifest.find(folders(winner).manifest()).orElseThrow().run()).isEqualTo(winner);
    try (Stream<Path> parts = Files.list(output)) {
      List<Path> files = parts.filter(path -> path.toString().endsWith(".parquet")).toList();
      assertThat(files).hasSize(FILES);
      for (Path file : files) {
        assertThat(file).hasContent(winner);
      }
    }
    assertThat(output.resolve("_publishing")).doesNotExist();
  }

  private RunFolders folders(String run) {
    return new RunFolders(output.toString(), RunFolders.deadLettersBeneath(output.toString()), run);
  }

  private Publication written(String run, String earlier) throws IOException {
    RunFolders folders = folders(run);
    Publication publication = new Publication(folders, new PublishTerms(true, earlier, false));
    Path temporary = Files.createDirectories(output.resolve(".credence-temp-" + run));
    for (int i = 0; i < FILES; i++) {
      Path file = Files.writeString(temporary.resolve("x" + i), run);
      publication.add(
          new WrittenFile(file.toString(), Files.size(file), ""), folders.scored(name(i, run)));
    }
    return publication;
  }

  private static String name(int i, String run) {
    return "part-" + i + "-of-" + FILES + "-" + run + ".parquet";
  }

  private static Manifest account(String run) {
    return new Manifest(
        Manifest.FORMAT,
        true,
        null,
        "1",
        run,
        new Manifest.ModelEntry("m", "1", "", "", null),
        Map.of(),
        List.of(),
        listed(run),
        0,
        0,
        new Manifest.DeadLetters(0, Map.of(), List.of()),
        null,
        null);
  }

  private static List<Manifest.FileEntry> listed(String run) {
    List<Manifest.FileEntry> files = new ArrayList<>();
    for (int i = 0; i < FILES; i++) {
      files.add(new Manifest.FileEntry(name(i, run), 0, (long) run.length(), ""));
    }
    return files;
  }
}
