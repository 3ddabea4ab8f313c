package io.credence.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.credence.cli.command.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command inspect tells of a model. */
class InspectTest {

  private final Gauge gauge;

  InspectTest(@TempDir Path folder) {
    gauge = new Gauge(folder);
  }

  @Test
  void aModelWithVerification() {
    Run run = Run.of("inspect", "--model=../../samples/category-slopes").done();
    assertThat(run.out())
        .contains(
            "model      category-slopes 1.0.0",
            "target     y",
            "draws      4 chains of 500",
            "verifies   yes, all 168 figures of the training tool");
    assertThat(run.out()).anyMatch(line -> line.matches("digest     [0-9a-f]{64}"));
    // The figures of samples/category-slopes/README.md, which are ArviZ's.
    assertThat(run.out()).anyMatch(line -> line.matches(" *beta\\[0] +0\\.9938 .* 1\\.00\\d .*"));
    assertThat(run.out()).anyMatch(line -> line.matches(" *sigma +0\\.7459 .* 3207"));
    assertThat(run.out()).anyMatch(line -> line.matches(" *category +int .* 0, 1, 2 *"));
  }

  @Test
  void aModelWithoutVerification() {
    Run run = Run.of("inspect", "--model=" + gauge.path("model")).done();
    assertThat(run.out())
        .contains(
            "model      gauge 0.3.0", "verifies   not verified: model.yaml names no verify file");
    assertThat(run.out()).anyMatch(line -> line.matches(" *shift\\[kind=a] +-.*"));
  }

  @Test
  void aBrokenModelIsRefused() throws IOException {
    Files.write(gauge.path("model/posterior.nc"), new byte[] {1, 2, 3});
    Run run = Run.of("inspect", "--model=" + gauge.path("model"));
    assertThat(run.exit()).isEqualTo(ExitCode.WRONG_REQUEST);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).hasSize(2);
    assertThat(run.err().get(0)).isEqualTo("Model folder " + gauge.path("model") + ":");
    assertThat(run.err().get(1)).startsWith("posterior.nc");
  }

  @Test
  void aModelWhoseFiguresAreOffIsRefused() throws IOException {
    Path model = gauge.path("off");
    Files.createDirectories(model);
    for (String name : new String[] {"model.yaml", "posterior.nc", "verify.jsonl"}) {
      Files.copy(Path.of("../../samples/category-slopes", name), model.resolve(name));
    }
    Path yaml = model.resolve("model.yaml");
    Files.writeString(yaml, Files.readString(yaml).replace("sigma = sigma", "sigma = 2 * sigma"));
    Run run = Run.of("inspect", "--model=" + model);
    assertThat(run.exit()).isEqualTo(ExitCode.WRONG_REQUEST);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).anyMatch(line -> line.startsWith("verify.jsonl:"));
  }

  @Test
  void withoutAModel() {
    Run.of("inspect").refused("--model is required; credence help inspect explains it");
    Run.of("inspect", "--modle=x").refused("There is no option --modle (did you mean --model?)");
  }
}
