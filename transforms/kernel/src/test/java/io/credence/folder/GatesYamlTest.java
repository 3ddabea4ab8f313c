package io.credence.folder;

import static org.assertj.core.api.Assertions.assertThat;

import io.credence.evaluation.Gate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an evaluation must find, as model.yaml says it; faults are among the malformed files. */
class GatesYamlTest {

  private static final String PREDICT = "predict: normal(mu = slope * x, sigma = sigma)";

  private final Path folder;

  GatesYamlTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private FolderFixture saying(String text) throws Exception {
    return FolderFixture.in(folder).replace("model.yaml", "verify: verify.jsonl", text);
  }

  @Test
  void aModelWithOneOutputHasThemByFigure() throws Exception {
    saying("gates: {coverage_95: [0.93, 0.97], crps: {max: 12}, bias: {min: -1}}");
    assertThat(ModelLoader.load(new LocalFolder(folder)).gates())
        .containsExactly(
            new Gate("y", "coverage_95", 0.93, 0.97),
            new Gate("y", "crps", null, 12.0),
            new Gate("y", "bias", -1.0, null));
  }

  @Test
  void aModelWithSeveralHasThemByOutput() throws Exception {
    String outputs = "outputs: {a: 'normal(slope, sigma)', b: slope}\n";
    saying("gates: {b: {crps: {max: 1}}}")
        .replace("model.yaml", "target: y\n", "")
        .replace("model.yaml", PREDICT, outputs);
    assertThat(ModelLoader.load(new LocalFolder(folder)).gates())
        .containsExactly(new Gate("b", "crps", null, 1.0));
    List<String> problems =
        FolderFixture.in(Files.createDirectory(folder.resolve("other")))
            .replace("model.yaml", "verify: verify.jsonl", "gates: {crps: {max: 1}}")
            .replace("model.yaml", "target: y\n", "")
            .replace("model.yaml", PREDICT, outputs)
            .problems();
    assertThat(problems)
        .singleElement()
        .asString()
        .contains("must stand under the name of an output, such as a: {crps: ...}");
  }

  @Test
  void aValueThatIsNotFiniteMeetsNoGate() {
    assertThat(new Gate("y", "crps", null, 12.0).isMetBy(Double.NaN)).isFalse();
    assertThat(new Gate("y", "crps", 0.0, null).isMetBy(Double.POSITIVE_INFINITY)).isFalse();
    assertThat(new Gate("y", "crps", 1.0, 2.0).isMetBy(2)).isTrue();
    assertThat(new Gate("y", "crps", 1.0, 2.0).isMetBy(0.9)).isFalse();
    assertThat(new Gate("y", "crps", 1.0, null)).hasToString("crps of y: at least 1.0");
  }
}
