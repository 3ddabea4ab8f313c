package io.credence.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.credence.cli.command.ExitCode;
import io.credence.parquet.Files;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.schema.MessageType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scores that are not those that were served, or not all of them. */
class ServedFaultsTest {

  private final Gauge gauge;
  private Path part = Path.of("");

  ServedFaultsTest(@TempDir Path folder) {
    gauge = new Gauge(folder);
  }

  @BeforeEach
  void score() {
    gauge.input("in/a.parquet", Gauge.rows(120));
    gauge.score("--keyField=id").done();
    part = gauge.part("out");
  }

  private Run evaluate(String output, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "evaluate",
                "--output=" + gauge.path(output),
                "--label=x",
                "--exact=false",
                "--targetParallelism=2"));
    if (!String.join(" ", more).contains("--input=")) {
      arguments.add("--input=" + gauge.path("out"));
    }
    if (!String.join(" ", more).contains("--model=")) {
      arguments.add("--model=" + gauge.path("model"));
    }
    arguments.addAll(List.of(more));
    return Run.of(arguments);
  }

  private void rewrite(List<Group> rows) throws IOException {
    MessageType schema = gauge.schema(part);
    java.nio.file.Files.delete(part);
    Files.write(part, schema, rows, 100);
  }

  private static void assertFound(Run run, String... lines) {
    assertThat(run.exit()).isEqualTo(ExitCode.GATE_NOT_MET);
    assertThat(run.out()).contains(lines);
  }

  /** A bit of what no reader looks at may change nothing; any other is found. */
  @Test
  void aBitThatChangedIsFoundWhereItMatters() throws IOException {
    evaluate("right").done();
    byte[] right = java.nio.file.Files.readAllBytes(gauge.path("right/evaluation.json"));
    byte[] bytes = java.nio.file.Files.readAllBytes(part);
    Random random = new Random(1);
    int found = 0;
    for (int i = 0; i < 8; i++) {
      byte[] changed = bytes.clone();
      changed[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      java.nio.file.Files.write(part, changed);
      Run run = evaluate("bit-" + i);
      if (run.exit() == ExitCode.DONE) {
        assertThat(java.nio.file.Files.readAllBytes(gauge.path("bit-" + i + "/evaluation.json")))
            .isEqualTo(right);
      } else {
        found++;
        List<String> lines = new ArrayList<>(run.err());
        lines.addAll(run.out());
        assertThat(lines).anyMatch(line -> line.contains(part.getFileName().toString()));
      }
    }
    assertThat(found).isGreaterThan(4);
  }

  @Test
  void aRowIsMissing() throws IOException {
    rewrite(gauge.scored("out").subList(0, 119));
    assertFound(
        evaluate("one"),
        "row_mismatch: %s: has 119 rows, but the manifest lists it with 120".formatted(part));
  }

  @Test
  void aRowIsThereTwice() throws IOException {
    List<Group> rows = gauge.scored("out");
    rows.add(rows.get(3));
    rewrite(rows);
    String tooMany =
        "row_mismatch: %s: has 121 rows, but the manifest lists it with 120".formatted(part);
    assertFound(evaluate("two"), tooMany);
    assertFound(
        evaluate("joined", "--labels=" + gauge.path("in"), "--labelKey=id"),
        tooMany,
        "predicted_twice: %s: row 3: another record has the key 3, too".formatted(part),
        "predicted_twice: %s: row 120: another record has the key 3, too".formatted(part));
  }

  /** As many rows as there should be. */
  @Test
  void aRowIsThereInPlaceOfAnother() throws IOException {
    List<Group> rows = gauge.scored("out");
    rows.set(5, rows.get(3));
    rewrite(rows);
    assertFound(
        evaluate("joined", "--labels=" + gauge.path("in"), "--labelKey=id"),
        "predicted_twice: %s: row 3: another record has the key 3, too".formatted(part),
        "predicted_twice: %s: row 5: another record has the key 3, too".formatted(part));
    assertThat(Run.of("verify", gauge.path("out").toString()).exit())
        .isEqualTo(ExitCode.JOB_FAILED);
  }

  @Test
  void aFileIsMissingAndAnotherWasAdded() throws IOException {
    Path other = part.resolveSibling("part-00001-of-00002-0123456789ab.parquet");
    java.nio.file.Files.move(part, other);
    assertFound(
        evaluate("moved"),
        "row_mismatch: %s: is not there; the manifest lists it with 120 rows".formatted(part),
        "row_mismatch: %s: is not in the manifest".formatted(other));
  }

  @Test
  void scoresOfTwoFoldersAreRefused() {
    gauge.score("--keyField=id", "--output=" + gauge.path("runs/a")).done();
    gauge.score("--keyField=id", "--seed=2", "--output=" + gauge.path("runs/b")).done();
    String input = gauge.path("runs/*") + "/*.parquet";
    evaluate("both", "--input=" + input)
        .refused(
            "--input=%s: holds scores in several folders, such as %s and %s, each with a manifest of its own; evaluate one at a time"
                .formatted(input, gauge.path("runs/a") + "/", gauge.path("runs/b") + "/"));
  }

  @Test
  void scoresOfAnotherModelAreRefused() {
    gauge.model("other", "# Another digest.\n");
    List<String> refused = evaluate("x", "--model=" + gauge.path("other")).err();
    assertThat(refused).singleElement().asString().contains("but the scores are of gauge ");
  }
}
