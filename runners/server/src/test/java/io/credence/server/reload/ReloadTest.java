package io.credence.server.reload;

import static org.assertj.core.api.Assertions.assertThat;

import io.credence.cli.text.Printer;
import io.credence.folder.ModelFolder;
import io.credence.predict.PredictSpec;
import io.credence.server.TestServer;
import io.credence.server.scoring.Models;
import io.credence.server.scoring.ServedModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReloadTest {

  private final Path folder;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final Models models;
  private final Reload reload;

  /** A model of its own, which may be changed. */
  ReloadTest(@TempDir Path folder) throws Exception {
    this.folder = folder;
    try (Stream<Path> files = Files.list(Path.of(TestServer.folders("category-slopes")))) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(file.getFileName().toString()));
      }
    }
    Files.delete(folder.resolve("SHA256SUMS"));
    models = new Models(List.of(ServedModel.load(ModelFolder.local(folder), PredictSpec.DEFAULT)));
    reload =
        new Reload(
            List.of(ModelFolder.local(folder)),
            PredictSpec.DEFAULT,
            models,
            new Printer(said, StandardCharsets.UTF_8));
  }

  private void edit(String text, String by) throws IOException {
    Path yaml = folder.resolve("model.yaml");
    Files.writeString(yaml, Files.readString(yaml).replace(text, by));
  }

  private String run() {
    reload.run();
    return said.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aNewVersionTakesThePlaceOfTheOld() throws IOException {
    ServedModel old = models.first();
    edit("version: 1.0.0", "version: 1.1.0");
    assertThat(run()).startsWith("category-slopes: 1.1.0 (").contains("takes the place of 1.0.0");
    assertThat(models.first().model().version()).isEqualTo("1.1.0");
    assertThat(models.first()).isNotSameAs(old);
  }

  @Test
  void theSameFilesChangeNothing() {
    ServedModel old = models.first();
    assertThat(run()).contains("has not changed");
    assertThat(models.first()).isSameAs(old);
  }

  @Test
  void oneThatDoesNotVerifyIsRefused() throws IOException {
    edit("slope * x", "slope * x + 1");
    assertThat(run()).contains("stays at 1.0.0, because the new one is not sound", "verify.jsonl");
    assertThat(models.first().model().version()).isEqualTo("1.0.0");
  }

  @Test
  void oneThatTakesSomethingElseIsRefused() throws IOException {
    edit("x:        {type: double, min: 0}", "x:        {type: double, min: -1}");
    assertThat(run()).contains("stays at 1.0.0", "its features: was x double");
  }

  @Test
  void oneThatIsGoneIsRefused() throws IOException {
    Files.delete(folder.resolve("model.yaml"));
    assertThat(run()).contains("stays at 1.0.0");
  }
}
