package io.credence.server.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.credence.folder.ModelFolder;
import io.credence.predict.PredictSpec;
import io.credence.server.TestServer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LaneWeightTest {

  /** At least the samples themselves and their order, and no multiple of all that a lane makes. */
  @Test
  void growsWithTheSamples() throws Exception {
    ServedModel model =
        ServedModel.load(
            ModelFolder.local(Path.of(TestServer.folders("category-slopes"))), PredictSpec.DEFAULT);
    LaneWeight weight =
        LaneWeight.of(
            samples ->
                new Lane(model.model(), PredictSpec.DEFAULT.withNumSamples(samples), new Tally()));
    assertThat(weight.ofSample()).isBetween(16L, 400L);
    assertThat(weight.ofModel()).isBetween(1_000L, 1_000_000L);
    assertThat(weight.bytes(10_000)).isEqualTo(weight.ofModel() + 10_000 * weight.ofSample());
  }
}
