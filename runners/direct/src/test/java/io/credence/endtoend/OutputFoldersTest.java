package io.credence.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where results go, and what must not be lost there. */
class OutputFoldersTest {

  private static final String PART = "part-00000-of-00001.parquet";

  private final Gauge gauge;

  OutputFoldersTest(@TempDir Path folder) {
    gauge = new Gauge(folder);
  }

  @BeforeEach
  void aRecordOfEachSort() {
    gauge.input("in/a.parquet", List.of(Gauge.rows(1).get(0), Gauge.row(1, null, 1.0, "a")));
  }

  @Test
  void resultsAreReplacedOnlyWhenThatIsAskedFor() {
    gauge.score("--seed=1").done();
    String first = gauge.scored("out").toString();
    gauge
        .score("--seed=2")
        .refused(
            "--output=%s: already holds results, such as _manifest.json; --overwrite replaces them"
                .formatted(gauge.path("out")));
    assertThat(gauge.scored("out")).hasToString(first);
    gauge.score("--seed=2", "--overwrite").done();
    assertThat(gauge.scored("out").toString()).isNotEqualTo(first);
    assertThat(gauge.names("out")).containsExactly("_manifest.json", "dead-letters", PART);
  }

  @Test
  void otherPeoplesFilesAreNeverTouched() throws IOException {
    Path foreign = Files.createDirectories(gauge.path("out")).resolve("thesis.txt");
    Files.writeString(foreign, "years of work");
    for (String option : List.of("--overwrite", "--overwrite=false")) {
      gauge
          .score(option)
          .refused(
              "--output=%s: holds files that Credence did not write, such as %s; choose an empty folder"
                  .formatted(gauge.path("out"), foreign));
    }
    assertThat(foreign).hasContent("years of work");
  }

  @Test
  void whatIsForeignToDeadLettersIsToldOfTheirOption() throws IOException {
    Path foreign = Files.createDirectories(gauge.path("rejected")).resolve("thesis.txt");
    Files.writeString(foreign, "years of work");
    gauge
        .score("--deadLetters=" + gauge.path("rejected"))
        .refused(
            "--deadLetters=%s: holds files that Credence did not write, such as %s; choose an empty folder"
                .formatted(gauge.path("rejected"), foreign));
    assertThat(foreign).hasContent("years of work");
  }

  @Test
  void hiddenFilesDoNotCount() throws IOException {
    Path hidden = Files.createDirectories(gauge.path("out")).resolve(".gitkeep");
    Files.createFile(hidden);
    gauge.score().done();
    gauge.score("--overwrite").done();
    assertThat(hidden).exists();
  }

  @Test
  void deadLettersOfEarlierRunsDoNotStandBesideNewResults() throws IOException {
    gauge.score().done();
    gauge.input("in/a.parquet", Gauge.rows(1));
    gauge.score("--overwrite").done();
    assertThat(gauge.letters("out/dead-letters")).isEmpty();

    gauge.input("in/a.parquet", List.of(Gauge.row(1, null, 1.0, "a")));
    gauge.score("--overwrite").done();
    gauge.score("--overwrite", "--deadLetters=" + gauge.path("rejected")).done();
    assertThat(gauge.letters("out/dead-letters")).isEmpty();
    assertThat(gauge.letters("rejected")).hasSize(1);
  }

  @Test
  void deadLettersNeedAFolderOfTheirOwn() {
    gauge
        .score("--deadLetters=" + gauge.path("out") + "/")
        .refused(
            "--deadLetters=%s/: must be another folder than --output".formatted(gauge.path("out")));
  }

  @Test
  void theInputIsNeverReplaced() throws IOException {
    gauge.score().done();
    Path input = gauge.part("out");
    byte[] before = Files.readAllBytes(input);
    Path link = Files.createSymbolicLink(gauge.path("link"), gauge.path("out"));
    for (Path output : List.of(gauge.path("out"), link)) {
      assertThat(gauge.score("--input=" + input, "--output=" + output, "--overwrite").err())
          .contains(
              "--output=%s/: is where the input %s lies, which is never replaced; choose another folder"
                  .formatted(gauge.path("out").toRealPath(), input));
    }
    assertThat(input).hasBinaryContent(before);
    assertThat(gauge.path("out/_manifest.json")).exists();
  }

  @Test
  void aRefusedRequestLeavesNoFolder() throws IOException {
    String output = "--output=" + gauge.path("new/folder");
    assertThat(gauge.score(output, "--numSamples=0").err()).hasSize(1);
    assertThat(gauge.path("new")).doesNotExist();
    Path file = Files.createFile(gauge.path("file"));
    assertThat(gauge.score(output, "--deadLetters=" + file.resolve("x")).err()).hasSize(1);
    assertThat(gauge.path("new")).doesNotExist();
    assertThat(file).exists();
  }

  @Test
  void deadLettersDoNotGoToTheInput() {
    gauge
        .score("--deadLetters=" + gauge.path("in"))
        .refused(
            "--deadLetters=%s/: is where the input %s lies, which is never replaced; choose another folder"
                .formatted(gauge.path("in"), gauge.path("in/a.parquet")));
  }

  @Test
  void aFolderThatCannotBe() throws IOException {
    Path file = Files.createFile(gauge.path("file"));
    Run output = gauge.score("--output=" + file.resolve("out"));
    assertThat(output.err())
        .singleElement()
        .asString()
        .startsWith("--output=" + file.resolve("out") + ": can't be written to: ");
    Run letters = gauge.score("--deadLetters=" + file.resolve("out"));
    assertThat(letters.err())
        .singleElement()
        .asString()
        .startsWith("--deadLetters=" + file.resolve("out") + ": can't be written to: ");
    assertThat(gauge.names("out")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a b", "größe-東", "[2026]", "*", "a?c", "{x,y}", "50%20", "back\\slash", "c=1/d"})
  void namesThatCouldBePatterns(String name) throws IOException {
    // What a pattern would also match.
    for (String other : List.of("2", "abc", "x", "a c")) {
      Files.createDirectories(gauge.path(other));
      Files.createFile(gauge.path(other).resolve(PART));
    }
    String output = "--output=" + gauge.path(name);
    gauge.score(output).done();
    assertThat(gauge.names(name)).containsExactly("_manifest.json", "dead-letters", PART);
    assertThat(gauge.score(output).err()).singleElement().asString().contains("already holds");
    gauge.score(output, "--overwrite").done();
    assertThat(gauge.names(name)).containsExactly("_manifest.json", "dead-letters", PART);
    assertThat(gauge.letters(name + "/dead-letters")).hasSize(1);
    for (String other : List.of("2", "abc", "x", "a c")) {
      assertThat(gauge.path(other).resolve(PART)).exists();
    }
  }

  @Test
  void relativePathsAndUris() {
    Path here = Path.of("").toAbsolutePath();
    gauge
        .score(
            "--model=" + here.relativize(gauge.path("model")),
            "--input=" + here.relativize(gauge.path("in")) + "/*.parquet",
            "--output=" + here.relativize(gauge.path("out")))
        .done();
    gauge
        .score(
            "--model=" + gauge.path("model").toUri(),
            "--input=file://" + gauge.path("in") + "/*.parquet",
            "--output=" + gauge.path("a b").toUri())
        .done();
    assertThat(gauge.scored("a b")).hasToString(gauge.scored("out").toString());
    gauge.score("--output=file:" + gauge.path("c d")).done();
    assertThat(gauge.scored("c d")).hasSize(1);
  }

  @Test
  void aFolderWithinTheModelLeavesTheModelAsItIs() {
    String output = "--output=" + gauge.path("model/scored");
    gauge.score(output).done();
    String digest = gauge.json("model/scored/_manifest.json").at("/model/digest").textValue();
    gauge.score(output, "--overwrite").done();
    assertThat(gauge.json("model/scored/_manifest.json").at("/model/digest").textValue())
        .isEqualTo(digest);
  }
}
