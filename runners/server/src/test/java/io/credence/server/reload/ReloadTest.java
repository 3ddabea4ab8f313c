package io.credence.server.reload;

import static org.assertj.core.api.Assertions.assertThat;

import io.credence.cli.text.Printer;
import io.credence.folder.ModelFolder;
import io.credence.model.Model;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    Succession succession =
        new Succession(ModelSource.of(ModelFolder.local(folder)), PredictSpec.DEFAULT);
    models = new Models(List.of(succession.begin()));
    reload = new Reload(List.of(succession), models, new Printer(said, StandardCharsets.UTF_8));
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "min: 0            | min: 1               | what it takes: was x double [0.0",
        "type: double      | type: int            | what it takes: was x double",
        "x:        {type   | x: {column: z, type  | it needs z, which was not needed",
        "[0, 1, 2]}        | [0, 1, 3]}           | stays at 1.0.0",
        "name: category-sl | name: another-sl     | its name: was category-slopes",
        "target: y         | target: z            | its outputs: was"
      })
  void oneThatTakesLessOrGivesSomethingElseIsRefused(String text, String by, String reason)
      throws IOException {
    edit("verify: verify.jsonl", "");
    edit(text, by);
    assertThat(run()).contains("stays at 1.0.0", reason);
    assertThat(models.first().model().version()).isEqualTo("1.0.0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "min: 0            | min: -1",
        "{type: double, min: 0} | {type: double}",
        "{type: double, min: 0} | {type: double, min: 0, default: 3}"
      })
  void oneThatTakesMoreTakesThePlaceOfTheOld(String text, String by) throws IOException {
    edit("verify: verify.jsonl", "");
    edit("version: 1.0.0", "version: 1.1.0");
    edit(text, by);
    assertThat(run()).contains("1.1.0").contains("takes the place of 1.0.0");
  }

  @Test
  void oneThatAddsOrLacksAColumnIsRefused() throws Exception {
    Model accepting = models.first().model();
    Path yaml = folder.resolve("model.yaml");
    Files.writeString(yaml, Files.readString(yaml).replaceAll("(?s)unseen:.*", ""));
    Model refusing = ServedModel.load(ModelFolder.local(folder), PredictSpec.DEFAULT).model();
    assertThat(Interface.changes(refusing, accepting, PredictSpec.DEFAULT))
        .containsExactly("  its columns: would lack [], and add [unseen_levels]");
    assertThat(Interface.changes(accepting, refusing, PredictSpec.DEFAULT))
        .hasSize(2)
        .contains("  its columns: would lack [unseen_levels], and add []");
  }

  @Test
  void oneThatIsGoneIsRefused() throws IOException {
    Files.delete(folder.resolve("model.yaml"));
    assertThat(run()).contains("stays at 1.0.0");
  }
}
