package io.credence.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.credence.cli.command.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.example.data.Group;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Results against their manifest. */
class VerifyTest {

  private final Gauge gauge;

  VerifyTest(@TempDir Path folder) {
    gauge = new Gauge(folder);
  }

  private Run verify() {
    return Run.of("verify", gauge.path("out").toString());
  }

  private void wrong(String line) {
    Run run = verify();
    assertThat(run.err()).containsExactly(line);
    assertThat(run.exit()).isEqualTo(ExitCode.JOB_FAILED);
  }

  @Test
  void deadLettersOfAFolderBeneathTheResults() throws IOException {
    List<Group> rows = new ArrayList<>(Gauge.rows(5));
    rows.add(Gauge.row(5, null, 1.0, "a"));
    gauge.input("in/a.parquet", rows);
    gauge.score("--deadLetters=" + gauge.path("out/refused")).done();
    assertThat(verify().done().out()).singleElement().asString().startsWith("2 of 2 files are");
  }

  @Test
  void eachWayInWhichResultsCanDiffer() throws IOException {
    List<Group> rows = new ArrayList<>(Gauge.rows(50));
    rows.add(Gauge.row(50, null, 1.0, "a"));
    gauge.input("in/a.parquet", rows);
    Path out = gauge.path("out");
    verify().refused("--output=" + out + ": holds no _manifest.json");
    gauge.score("--deadLetters=" + gauge.path("rejected")).done();
    assertThat(verify().done().out()).singleElement().asString().startsWith("2 of 2 files are");

    Path part = gauge.part("out");
    byte[] bytes = Files.readAllBytes(part);
    String sha = gauge.json("out/_manifest.json").at("/outputs/0/sha256").textValue();
    bytes[100] ^= 1;
    Files.write(part, bytes);
    assertThat(verify().err())
        .singleElement()
        .asString()
        .startsWith(part + ": must have the SHA-256 " + sha + ", but has ");
    bytes[100] ^= 1;
    Files.write(part, new byte[7]);
    wrong(part + ": must have " + bytes.length + " bytes, but has 7");
    Files.delete(part);
    wrong(part + ": is in the manifest, but is not there");
    Files.write(part, bytes);

    Path other = Files.write(out.resolve("part-00000-of-00009.parquet"), bytes);
    wrong(other + ": is in the folder, but not in the manifest");
    Files.delete(other);
    verify().done();

    Path manifest = out.resolve("_manifest.json");
    String text = Files.readString(manifest);
    Files.writeString(manifest, text.replace("\"records\" : 50,", "\"records\" : 49,"));
    wrong(part + ": must have 49 records, but has 50");
    Files.writeString(manifest, text.replace(part.getFileName().toString(), "../x.parquet"));
    assertThat(verify().err())
        .contains("../x.parquet: is in the manifest, but is no name of a file of results");
    Files.writeString(manifest, text.replace("\"format_version\" : 1", "\"format_version\" : 0"));
    assertThat(verify().exit()).isEqualTo(ExitCode.WRONG_REQUEST);
    Files.writeString(manifest, text.substring(0, 99));
    assertThat(verify().exit()).isEqualTo(ExitCode.WRONG_REQUEST);
  }
}
