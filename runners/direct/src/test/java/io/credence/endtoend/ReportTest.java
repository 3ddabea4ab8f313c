package io.credence.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.credence.page.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page of what {@code credence evaluate} wrote. */
class ReportTest {

  private final Gauge gauge;

  ReportTest(@TempDir Path folder) {
    gauge = new Gauge(folder);
  }

  private void evaluate(String output) {
    gauge.input("in/a.parquet", Gauge.rows(300));
    Run.of(
            "evaluate",
            "--model=" + gauge.path("model"),
            "--input=" + gauge.path("in"),
            "--label=x",
            "--by=kind",
            "--numSamples=50",
            "--exact=false",
            "--output=" + gauge.path(output))
        .done();
  }

  private Run report(String... arguments) {
    List<String> all = new ArrayList<>(List.of("report"));
    all.addAll(List.of(arguments));
    return Run.of(all);
  }

  private String text(String page) throws IOException {
    return Files.readString(gauge.path(page));
  }

  @Test
  void anEvaluationAndItsModel() throws Exception {
    evaluate("evaluation");
    String folder = gauge.path("evaluation").toString();
    report(folder, "--output=" + gauge.path("a.html")).done();
    report("--evaluation=" + folder, "--output=" + gauge.path("b.html")).done();
    assertThat(text("a.html"))
        .isEqualTo(text("b.html"))
        .startsWith(Page.BEGINNING)
        .contains("Evaluation of <bdi>gauge 0.3.0</bdi>", "kind=a", "CRPS, realised against");
    Run both =
        report(folder, "--model=" + gauge.path("model"), "--output=" + gauge.path("b.html")).done();
    assertThat(text("b.html"))
        .contains("kind=a", "The model <bdi>gauge 0.3.0</bdi>", "shift[kind=a]");
    assertThat(both.out())
        .contains("page        " + gauge.path("b.html"), "evaluation  " + folder)
        .anyMatch(line -> line.matches("bytes +[1-9][0-9]{1,2},[0-9]{3}"));
  }

  @Test
  void aModelAlone() throws Exception {
    report("--model=" + gauge.path("model"), "--output=" + gauge.path("model.html")).done();
    assertThat(text("model.html")).contains("<title>The model gauge 0.3.0</title>");
  }

  @Test
  void requestsThatCanNotBeAreRefused() throws Exception {
    report()
        .refused(
            "--output is required; credence help report explains it",
            "--evaluation or --model is required; credence help report explains them");
    String page = "--output=" + gauge.path("page.html");
    report(gauge.path("nothing").toString(), page)
        .refused(
            "--evaluation=%s: holds no evaluation.json; credence evaluate writes one"
                .formatted(gauge.path("nothing")));
    report("--model=" + gauge.path("model"), page, page.replace("--output", "--json"))
        .refused("--output and --json name the same file");
    Path other = Files.writeString(gauge.path("other.html"), "<!DOCTYPE html>");
    report("--model=" + gauge.path("model"), "--output=" + other)
        .refused(
            "--output="
                + other
                + ": is a file that is not a page of Credence; delete it, or choose another name");
    assertThat(text("page.html")).startsWith("{"); // The outcome that --json asks for.
  }

  @Test
  void evaluationsThatAreNoneAreRefused() throws Exception {
    evaluate("evaluation");
    Path folder = gauge.path("evaluation");
    String page = "--output=" + gauge.path("page.html");
    gauge.model("other", "# Another digest.\n");
    assertThat(report(folder.toString(), "--model=" + gauge.path("other"), page).err())
        .singleElement()
        .asString()
        .contains("--model: has the digest ", "name the model that was evaluated");
    Path document = folder.resolve("evaluation.json");
    String json = Files.readString(document);
    Files.writeString(document, json.replaceFirst("\"pit\" : \\[ [^,]*, ", "\"pit\" : [ "));
    report(folder.toString(), page)
        .refused(
            "--evaluation=%s: can't be read: The PIT of y must have 100 bins, but has 99"
                .formatted(folder));
    Files.writeString(document, json.replace("\"miscalibrated\"", "\"splendid\""));
    assertThat(report(folder.toString(), page).err())
        .singleElement()
        .asString()
        .contains("can't be read: ", "SPLENDID");
    Files.writeString(document, json.replace("\"outputs\"", "\"output\""));
    assertThat(report(folder.toString(), page).err())
        .singleElement()
        .asString()
        .contains("is not what credence evaluate writes: ", "outputs");
    Files.writeString(document, json.replace("\"format_version\" : 1", "\"format_version\" : 2"));
    assertThat(report(folder.toString(), page).err())
        .singleElement()
        .asString()
        .endsWith("has format_version 2, but this version of Credence reads 1");
    Files.writeString(document, json);
    Files.copy(
        folder.resolve("pit.parquet"),
        folder.resolve("segments.parquet"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    assertThat(report(folder.toString(), page).err())
        .singleElement()
        .asString()
        .contains("segments.parquet: is not what credence evaluate writes");
    Files.delete(folder.resolve("segments.parquet"));
    assertThat(report(folder.toString(), page).err())
        .singleElement()
        .asString()
        .contains("segments.parquet");
    assertThat(gauge.path("page.html")).doesNotExist();
  }
}
