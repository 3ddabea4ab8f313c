package io.credence.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.credence.cli.report.ModelReport.ParameterEntry;
import io.credence.folder.ModelFolder;
import io.credence.folder.ModelLoader;
import io.credence.model.Model;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParameterElementsTest {

  private static final Path SAMPLE = Path.of("../../samples/category-slopes");

  /** The posterior has beta before sigma. */
  @Test
  void whatIsUsedComesFirst(@TempDir Path folder) throws Exception {
    Files.copy(SAMPLE.resolve("posterior.nc"), folder.resolve("posterior.nc"));
    Files.writeString(
        folder.resolve("model.yaml"),
        """
        credence: 1
        name: m
        version: 1.0.0
        posterior: posterior.nc
        features: {x: {type: double}}
        target: y
        let:
          mean: 2 * x
        predict: normal(mean, sigma)
        """);
    Model model = ModelLoader.load(ModelFolder.local(folder)).model();
    assertThat(model.usedParameters()).containsExactly("sigma");
    List<ParameterEntry> entries = ParameterElements.of(model).entries();
    assertThat(entries).hasSizeGreaterThan(1);
    assertThat(entries.get(0).name()).isEqualTo("sigma");
    assertThat(entries).isSortedAccordingTo(Comparator.comparing(each -> !each.used()));
    assertThat(entries).filteredOn(ParameterEntry::used).hasSize(1);
  }
}
