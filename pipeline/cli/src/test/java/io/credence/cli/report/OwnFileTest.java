package io.credence.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.credence.page.Page;
import io.credence.page.facts.ModelFacts;
import io.credence.page.facts.ModelId;
import io.credence.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report replaces a report, a page a page, and neither replaces anything else. */
class OwnFileTest {

  private static final Outcome OUTCOME = Outcome.of("score", "done", 0, List.of(), null);

  private final Path folder;

  OwnFileTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private OwnFile file(Path path) {
    Problems problems = new Problems();
    OwnFile file = OwnFile.at(OwnFile.Kind.REPORT, "--json", path.toString(), problems);
    assertThat(problems).isEmpty();
    return Objects.requireNonNull(file);
  }

  private static void refused(String name, String why) {
    Problems problems = new Problems();
    assertThat(OwnFile.at(OwnFile.Kind.REPORT, "--json", name, problems)).isNull();
    assertThat(problems).containsExactly("--json=" + name + ": " + why);
  }

  @Test
  void aReportReplacesAReport() throws IOException {
    Path path = folder.resolve("report.json");
    file(path).write(OUTCOME.json());
    Files.writeString(path, Files.readString(path) + " ");
    file(path).write(OUTCOME.json());
    assertThat(path).hasBinaryContent(OUTCOME.json());
    assertThat(folder.toFile().list()).containsExactly("report.json");
  }

  @Test
  void anEmptyFileIsReplaced() throws IOException {
    Path path = Files.createFile(folder.resolve("empty"));
    file(path).write(OUTCOME.json());
    assertThat(path).hasBinaryContent(OUTCOME.json());
  }

  @Test
  void aLinkStaysOne() throws IOException {
    Path path = Files.createFile(folder.resolve("real"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), path);
    file(link).write(OUTCOME.json());
    assertThat(link).isSymbolicLink();
    assertThat(path).hasBinaryContent(OUTCOME.json());
  }

  @Test
  void anEarlierReportIsGoneWhileACommandRuns() throws IOException {
    Path path = folder.resolve("report.json");
    file(path).write(OUTCOME.json());
    file(path).clear();
    assertThat(path).doesNotExist();
  }

  @Test
  void whatIsNoReportStays() throws IOException {
    Path model = Files.writeString(folder.resolve("model.yaml"), "credence: 1\n");
    refused(
        model.toString(),
        "is a file that is not a report of Credence; delete it, or choose another name");
    assertThat(model).hasContent("credence: 1\n");
    refused(
        "/dev/null",
        "is a file that is not a report of Credence; delete it, or choose another name");
    refused(folder.toString(), "is a folder; name a file in it, or - for standard output");
    refused(folder + "/no/report.json", "there is no folder " + folder + "/no");
  }

  @Test
  void aStoreIsNoPlaceForIt() {
    refused(
        "s3://bucket/report.json",
        "must be a local file, or - for standard output; copy it to a store from there");
    file(Path.of("file:" + folder.resolve("report.json")));
  }

  @Test
  void aPageReplacesAPageAndNoReport() throws IOException {
    Path page = folder.resolve("page.html");
    ModelFacts model =
        new ModelFacts(new ModelId("m", "1", "00"), List.of("y"), "", "", List.of(), List.of(), 0);
    Problems problems = new Problems();
    for (int i = 0; i < 2; i++) {
      OwnFile file = OwnFile.at(OwnFile.Kind.PAGE, "--output", page.toString(), problems);
      Objects.requireNonNull(file).write(Page.of(null, model, null));
    }
    assertThat(page).hasBinaryContent(Page.of(null, model, null));
    refused(
        page.toString(),
        "is a file that is not a report of Credence; delete it, or choose another name");
    Path report = folder.resolve("report.json");
    file(report).write(OUTCOME.json());
    assertThat(OwnFile.at(OwnFile.Kind.PAGE, "--output", report.toString(), problems)).isNull();
    assertThat(problems)
        .containsExactly(
            "--output="
                + report
                + ": is a file that is not a page of Credence; delete it, or choose another name");
  }
}
