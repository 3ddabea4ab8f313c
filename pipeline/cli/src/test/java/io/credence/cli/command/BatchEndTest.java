package io.credence.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.credence.beam.ModelRef;
import io.credence.beam.Scoring;
import io.credence.jobs.sink.folder.Manifest;
import io.credence.jobs.sink.folder.RunFolders;
import io.credence.score.ScoreSpec;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is over is not undone by what is said of it. */
class BatchEndTest {

  @Test
  void countsAreReportedThoughRowsCanNotBeShown(@TempDir Path folder) throws Exception {
    String output = folder.toString();
    RunFolders folders = new RunFolders(output, output + "/dead-letters", "mine");
    ModelRef model = ModelRef.at("../../samples/category-slopes");
    Manifest manifest =
        new Manifest(
            Manifest.FORMAT,
            true,
            null,
            "1",
            "mine",
            new Manifest.ModelEntry("m", "1", "", "", null),
            Map.of(),
            List.of(),
            List.of(new Manifest.FileEntry("gone.parquet", 1234, 1L, "")),
            1234,
            1234,
            new Manifest.DeadLetters(0, Map.of(), List.of()),
            null,
            null);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console = new Console(out, err, false);
    assertThat(
            BatchEnd.report(
                manifest, null, Scoring.of(model, ScoreSpec.DEFAULT), folders, 2, console))
        .isEqualTo(ExitCode.DONE);
    assertThat(console.problems()).isEmpty();
    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .contains("scored                     1,234", "records/s                  617");
    assertThat(err.toString(StandardCharsets.UTF_8).lines())
        .singleElement()
        .asString()
        .startsWith("The results are whole, but rows of them can't be shown: ")
        .contains("gone.parquet");
  }
}
