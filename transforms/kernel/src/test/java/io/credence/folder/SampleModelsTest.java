package io.credence.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The models that come with the project verify against the figures that PyMC computed. */
class SampleModelsTest {

  private static final Path SAMPLES = Path.of("../../samples");

  @ParameterizedTest
  @ValueSource(strings = {"category-slopes", "flights", "benchmarks/flights-2001"})
  void verifies(String name) throws Exception {
    LoadedModel loaded = ModelLoader.load(ModelFolder.local(SAMPLES.resolve(name)));
    assertThat(name).endsWith(loaded.model().name());
    assertThat(loaded.verifiedFigures()).isGreaterThan(100);
  }
}
