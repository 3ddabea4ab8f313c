package io.credence.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credence.model.Feature;
import io.credence.model.FeatureType;
import io.credence.posterior.PosteriorException;
import io.credence.predict.ExpressionModel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelLoaderTest {

  private static final String POLICY =
      """
        category:
          beta: normal(0, 2)
      """;

  @Test
  void readsWhatModelYamlSays(@TempDir Path folder) throws Exception {
    ExpressionModel model = FolderFixture.in(folder).load();
    assertThat(model.name()).isEqualTo("category-slopes");
    assertThat(model.version()).isEqualTo("1.0.0");
    assertThat(model.target()).isEqualTo("y");
    assertThat(model.let()).containsOnlyKeys("slope");
    assertThat(model.unseen().get("category")).containsOnlyKeys("beta");
    assertThat(model.features()).map(Feature::name).containsExactly("x", "category");
    assertThat(model.features())
        .map(Feature::type)
        .containsExactly(FeatureType.DOUBLE, FeatureType.INT);
    assertThat(model.features().get(0).min()).isEqualTo(0);
    assertThat(model.features().get(0).max()).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(model.features().get(1).levels()).containsExactly("0", "1", "2");
  }

  @Test
  void theDigestIsThatOfSha256sum(@TempDir Path folder) throws Exception {
    // In samples/category-slopes: LC_ALL=C sha256sum model.yaml posterior.nc verify.jsonl |
    // sha256sum
    assertThat(FolderFixture.in(folder).load().digest().hex())
        .isEqualTo("e2c9bac71cb20c4c3f0138d6f48c115e4af36275db583a4dfe3b84ec8fc8fd7d");
  }

  @Test
  void theDigestIsTheSameWithAndWithoutChecksums(@TempDir Path folder) throws Exception {
    FolderFixture fixture = FolderFixture.in(folder);
    assertThat(fixture.load().digest()).isEqualTo(fixture.withChecksums().load().digest());
  }

  @Test
  void aCommentIsPartOfTheDigest(@TempDir Path folder) throws Exception {
    FolderFixture fixture = FolderFixture.in(folder);
    ExpressionModel before = fixture.load();
    fixture.write("model.yaml", fixture.text("model.yaml") + "# One more comment.\n");
    assertThat(fixture.load().digest()).isNotEqualTo(before.digest());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "  category: {beta: normal(0, 2)}\n",
        "  category: { beta : normal(0, 2) }\n",
        "  category: {beta: \"normal(0, 2)\"}\n",
        "  category: {'beta': 'normal(0, 2)'}\n",
        "  category:\n    beta: 'normal(0, 2)'\n",
        "  category: {\n    beta: normal(0, 2)  # the prior\n  }\n",
        "  category: &prior {beta: normal(0, 2)}\n",
      })
  void aPolicyMeansTheSameInEveryNotation(String notation, @TempDir Path folder) throws Exception {
    FolderFixture fixture = FolderFixture.in(folder);
    ExpressionModel block = fixture.load();
    ExpressionModel other = fixture.replace("model.yaml", POLICY, notation).load();
    assertThat(other.unseen()).isEqualTo(block.unseen());
  }

  @Test
  void bracesMayHoldSeveralExpressionsWithCommas(@TempDir Path folder) throws Exception {
    FolderFixture fixture =
        FolderFixture.in(folder)
            .replace(
                "model.yaml", "slope: beta[category]", "slope: beta[category] + 0 * size[category]")
            .replace(
                "model.yaml", POLICY, "  category: {beta: normal(0, 2), size: normal(0, 2)}\n");
    // There is no parameter size, but the braces are read as they should be.
    assertThat(fixture.problems())
        .containsExactly(
            "model.yaml:11: let.slope: There is no feature, parameter, constant or let step 'size',"
                + " at character 22 of 'beta[category] + 0 * size[category]'");
  }

  @Test
  void stepsMayStandInBracesToo(@TempDir Path folder) throws Exception {
    ExpressionModel model =
        FolderFixture.in(folder)
            .replace(
                "model.yaml",
                "let:\n  slope: beta[category]",
                "let: {slope: \"max(beta[category], low)\", low: min(-100, -200)}")
            .load();
    assertThat(model.let()).containsOnlyKeys("slope", "low");
  }

  @ParameterizedTest
  @ValueSource(strings = {"min: +0", "min: .0", "min: 0e3", "min: -.inf", "min: 0, max: 1_0"})
  void numbersAreThoseOfYaml(String bound, @TempDir Path folder) throws Exception {
    FolderFixture fixture = FolderFixture.in(folder).replace("model.yaml", "min: 0", bound);
    if (bound.endsWith("1_0")) {
      assertThat(fixture.problems())
          .containsExactly(
              "model.yaml:7: features.x.max must be a decimal number that a double can hold, but is"
                  + " '1_0'");
    } else {
      assertThat(fixture.load().features().get(0).min()).isLessThanOrEqualTo(0);
    }
  }

  @Test
  void aByteOrderMarkDoesNoHarm(@TempDir Path folder) throws Exception {
    FolderFixture fixture = FolderFixture.in(folder);
    fixture.write("model.yaml", "\uFEFF" + fixture.text("model.yaml"));
    assertThat(fixture.load().name()).isEqualTo("category-slopes");
  }

  @Test
  void linesMayEndAsOnWindows(@TempDir Path folder) throws Exception {
    FolderFixture fixture = FolderFixture.in(folder).replace("model.yaml", "\n", "\r\n");
    assertThat(fixture.load().name()).isEqualTo("category-slopes");
  }

  @Test
  void aFolderWithoutModelYamlIsNone(@TempDir Path folder) throws Exception {
    FolderFixture fixture = FolderFixture.in(folder).delete("model.yaml");
    assertThat(fixture.problems())
        .containsExactly("model.yaml: There is no file 'model.yaml' in FOLDER");
  }

  @Test
  void modelYamlMustBeText(@TempDir Path folder) throws Exception {
    FolderFixture fixture =
        FolderFixture.in(folder).write("model.yaml", new byte[] {'a', (byte) 0xFF});
    assertThat(fixture.problems()).containsExactly("model.yaml: It is no text in UTF-8");
  }

  @Test
  void modelYamlHasALimit(@TempDir Path folder) throws Exception {
    FolderFixture fixture = FolderFixture.in(folder).write("model.yaml", new byte[(1 << 20) + 1]);
    assertThat(fixture.problems())
        .containsExactly("model.yaml: 'model.yaml' is larger than the limit of 1048576 bytes");
  }

  @Test
  void verificationIsOptional(@TempDir Path folder) throws Exception {
    ExpressionModel model =
        FolderFixture.in(folder)
            .delete("verify.jsonl")
            .replace("model.yaml", "verify: verify.jsonl", "")
            .load();
    assertThat(model.name()).isEqualTo("category-slopes");
  }

  @Test
  void theMessageTellsTheFolderAndAllProblems(@TempDir Path folder) throws Exception {
    FolderFixture fixture =
        FolderFixture.in(folder)
            .replace("model.yaml", "target: y", "target: a b")
            .delete("verify.jsonl");
    assertThatThrownBy(fixture::load)
        .isInstanceOf(ModelException.class)
        .hasMessage(
            "Model folder %s:%n".formatted(folder).replace("\r", "")
                + "model.yaml:9: target must consist of letters, digits and _, but is 'a b'\n"
                + "model.yaml:18: There is no file 'verify.jsonl' in "
                + folder);
  }

  @Test
  void aNestedMapHidesNoFault(@TempDir Path folder) throws Exception {
    FolderFixture fixture =
        FolderFixture.in(folder).replace("model.yaml", "levels: [0, 1, 2]", "levels: {a: 1}");
    assertThat(fixture.problems())
        .isEqualTo(
            List.of(
                "model.yaml:8: features.category.levels must be a list such as [a, b], or the name of"
                    + " a coordinate of the posterior"));
  }

  @Test
  void keepsWhatTheLibrarySaidOfADamagedPosterior(@TempDir Path folder) throws Exception {
    FolderFixture fixture = FolderFixture.in(folder);
    fixture.write("posterior.nc", Arrays.copyOf(fixture.bytes("posterior.nc"), 600));

    assertThatThrownBy(fixture::load)
        .isInstanceOf(ModelException.class)
        .hasCauseInstanceOf(PosteriorException.class)
        .hasRootCauseInstanceOf(RuntimeException.class);
  }
}
