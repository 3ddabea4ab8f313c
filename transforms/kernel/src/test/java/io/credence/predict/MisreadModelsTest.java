package io.credence.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credence.folder.ModelException;
import io.credence.folder.ModelFolder;
import io.credence.folder.ModelLoader;
import io.credence.model.Model;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole models of resources/models, whose indices and units were read in a wrong way once. */
class MisreadModelsTest {

  private final Path folder;

  MisreadModelsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @ParameterizedTest
  @CsvSource({"true, 10", "false, 20"})
  void aBoolFindsItsLabel(boolean member, double expected) throws Exception {
    Model model = load("bool.nc", "member: {type: bool}", "v[member] + 0");
    assertThat(Records.samples(model, Map.of("member", member))).containsOnly(expected);
  }

  @Test
  void labelsFromOneNeedLevels() {
    assertThatThrownBy(
            () -> load("onebased.nc", "quarter: {type: int, min: 1, max: 4}", "v[quarter] + 0"))
        .isInstanceOf(ModelException.class)
        .hasMessageEndingWith(
            "model.yaml:8: predict: Dimension 'quarter' of v has the labels 1, 2, 3, 4: a number as"
                + " its index could mean a label, or a position from 0 (in Stan, from 1). Give"
                + " feature 'quarter' levels: quarter, or save the posterior without the labels,"
                + " .drop_vars(\"quarter\"), for positions from 0, at character 3 of 'v[quarter] +"
                + " 0'");
  }

  @ParameterizedTest
  @CsvSource({"1, 10", "4, 40"})
  void withLevelsTheyAreFound(int quarter, double expected) throws Exception {
    Model model = load("onebased.nc", "quarter: {type: int, levels: quarter}", "v[quarter] + 0");
    assertThat(Records.samples(model, Map.of("quarter", quarter))).containsOnly(expected);
    assertThat(Records.samples(model, Map.of("quarter", (double) quarter))).containsOnly(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"levels: [1, 2]", "min: 1, max: 3", "levels: [1, 2, 3, 4]"})
  void numbersOfStanThatCountFromOneAreNotTakenForPositions(String of) {
    // The last one has too many, and so is refused in any case.
    assertThatThrownBy(() -> load("stan.nc", "shop: {type: int, " + of + "}", "beta[shop]"))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("Write beta[shop - 1] for numbers from 1");
  }

  @ParameterizedTest
  @CsvSource({"1, 10", "3, 30"})
  void theyMeetADimensionThatAToolMadeUpInOrderWhereTheCountsAgree(int shop, double expected)
      throws Exception {
    Model model = load("stan.nc", "shop: {type: int, levels: [1, 2, 3]}", "beta[shop]");
    assertThat(Records.samples(model, Map.of("shop", shop))).containsOnly(expected);
  }

  @ParameterizedTest
  @CsvSource({"1, 10", "3, 30"})
  void theExpressionSaysThatTheyCountFromOne(int shop, double expected) throws Exception {
    Model model = load("stan.nc", "shop: {type: int, min: 1, max: 3}", "beta[shop - 1]");
    assertThat(Records.samples(model, Map.of("shop", shop))).containsOnly(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"wait-days.nc", "wait-hours.nc"})
  void aDayIsADayInWhateverUnitItIsStored(String posterior) throws Exception {
    Model model = load(posterior, "z: {type: double}", "z + wait[0] + mu");
    assertThat(Records.samples(model, Map.of("z", 1.0))).containsOnly(86_401);
  }

  private Model load(String posterior, String feature, String predict) throws Exception {
    Files.copy(Path.of("src/test/resources/models", posterior), folder.resolve("posterior.nc"));
    Files.writeString(
        folder.resolve("model.yaml"),
        """
        credence: 1
        name: misread
        version: 1.0.0
        posterior: posterior.nc
        features:
          %s
        target: y
        predict: %s
        """
            .formatted(feature, predict));
    return ModelLoader.load(ModelFolder.local(folder)).model();
  }
}
