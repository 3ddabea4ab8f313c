package io.credence.beam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credence.folder.ModelException;
import io.credence.model.Model;
import io.credence.model.Predictive;
import io.credence.predict.PredictSpec;
import io.credence.predict.Predictor;
import io.credence.score.ScoreColumns;
import io.credence.score.ScoreSpec;
import io.credence.score.ScoredColumn;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.util.SerializableUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A model that is written in Java outside of the kernel is found, verified and used as any other.
 */
class ModelFormatTest {

  private static final String YAML =
      """
      credence: 1
      name: folded
      version: 1.0.0
      posterior: posterior.nc
      features:
        x:        {type: double, min: 0}
        category: {type: int, levels: [0, 1, 2]}
      target: y
      format: folded-normal/1
      verify: verify.jsonl
      """;

  /** Of N(1.25 * 5, 0.7459), which is as good as never negative. */
  private static final String VERIFY =
      "{\"features\": {\"x\": 5, \"category\": 1}, \"mean\": %s, \"mean_mcse\": 0.0085}\n";

  private final Path folder;

  ModelFormatTest(@TempDir Path folder) throws Exception {
    this.folder = folder;
    Files.copy(Path.of(Slopes.FOLDER, "posterior.nc"), folder.resolve("posterior.nc"));
    write(YAML, VERIFY.formatted("6.262"));
  }

  private void write(String yaml, String verify) throws Exception {
    Files.writeString(folder.resolve("model.yaml"), yaml);
    Files.writeString(folder.resolve("verify.jsonl"), verify);
  }

  private static double[] samples(Model model, Map<String, Object> row) throws Exception {
    // As many as there are draws, and one of the same seed.
    PredictSpec spec = PredictSpec.DEFAULT.withNumSamples(500);
    Predictor predictor = Predictor.of(model, spec);
    Predictive drawn = predictor.room();
    predictor.predict((r, i) -> r.get(predictor.fields().get(i)), row, drawn);
    return drawn.samples(0);
  }

  @Test
  void isFoundByItsNameAndVerified() throws Exception {
    ModelRef ref = ModelRef.at(folder.toString());
    assertThat(ref.name()).isEqualTo("folded");
    assertThat(ref.verifiedFigures()).isEqualTo(1);
    assertThat(SerializableUtils.clone(ref).model().digest()).isEqualTo(ref.digest());
    assertThat(ScoreColumns.of(ref.model(), ScoreSpec.DEFAULT).columns())
        .map(ScoredColumn::name)
        .contains("y_pred", "y_pred_lower", "model_name", "unseen_levels");
  }

  @Test
  void isRefusedWhenItsFiguresAreOff() throws Exception {
    write(YAML, VERIFY.formatted("6.5"));
    assertThatThrownBy(() -> ModelRef.at(folder.toString()))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("verify.jsonl:1: The mean of y should be 6.5, but is 6.2");
  }

  @Test
  void getsFeaturesAndNoiseLikeAnyOther() throws Exception {
    Model model = ModelRef.at(folder.toString()).model();
    Map<String, Object> row = Map.of("x", 0.1, "category", 1);
    double[] folded = samples(model, row);
    assertThat(samples(model, row)).containsExactly(folded);
    assertThat(Arrays.stream(folded).min().orElseThrow()).isNotNegative();
    assertThat(samples(model, Map.of("x", 0.2, "category", 1))).isNotEqualTo(folded);
  }

  @Test
  void mayAcceptLevelsThatItWasNotTrainedOn() throws Exception {
    Model model = ModelRef.at(folder.toString()).model();
    double[] unseen = samples(model, Map.of("x", 100.0, "category", 77));
    assertThat(Arrays.stream(unseen).average().orElseThrow()).isLessThan(1);
  }

  @Test
  void saysItselfWhatItMisses() throws Exception {
    Files.copy(
        Path.of("samples/flights/posterior.nc"),
        folder.resolve("posterior.nc"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    assertThatThrownBy(() -> ModelRef.at(folder.toString()))
        .isInstanceOf(ModelException.class)
        .hasMessageEndingWith(
            "\nmodel.yaml: The posterior must have the parameters beta and sigma");
  }

  @Test
  void isNamedWhereAnotherIsMeant() throws Exception {
    write(YAML.replace("folded-normal/1", "folded-normal/2"), VERIFY.formatted("6.262"));
    assertThatThrownBy(() -> ModelRef.at(folder.toString()))
        .hasMessageEndingWith(
            "model.yaml:9: format: There is no format 'folded-normal/2' (did you mean"
                + " 'folded-normal/1'?); there are: folded-normal/1");
  }

  @Test
  void predictsWithDrawsThatAllSamplersShare() throws Exception {
    Model model = ModelRef.at(folder.toString()).model();
    assertThat(List.of(model.posterior().parameter("beta").orElseThrow().columns(500)))
        .first()
        .isSameAs(model.posterior().parameter("beta").orElseThrow().columns(500));
  }
}
