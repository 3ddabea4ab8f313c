package io.credence.folder;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.credence.folder.VerifyCase.Figure;
import io.credence.folder.VerifyCase.Kind;
import io.credence.model.Model;
import io.credence.predict.ModelFixture;
import io.credence.problem.Problem;
import io.credence.problem.Problems;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerificationTest {

  private static List<String> problems(Path folder, String verify) throws Exception {
    return FolderFixture.in(folder).write("verify.jsonl", verify).problems();
  }

  @Test
  void aTamperedMeanIsRefused(@TempDir Path folder) throws Exception {
    FolderFixture fixture =
        FolderFixture.in(folder)
            .replace(
                "verify.jsonl", "\"mean\": 0.493391242542908,", "\"mean\": 0.693391242542908,");
    assertThat(fixture.problems())
        .singleElement()
        .asString()
        .matches(
            "verify.jsonl:3: The mean of y should be 0.693391242542908, but is 0\\.(49|50)\\d+;"
                + " Monte Carlo error allows a difference of 0\\.05\\d+");
  }

  @Test
  void aTamperedModelIsRefused(@TempDir Path folder) throws Exception {
    FolderFixture fixture =
        FolderFixture.in(folder).replace("model.yaml", "sigma = sigma", "sigma = 1.2 * sigma");
    assertThat(fixture.problems())
        .hasSize(21)
        .anySatisfy(
            line -> assertThat(line).startsWith("verify.jsonl:1: The sd of y should be 0.7427"))
        .last()
        .asString()
        .matches("verify.jsonl: There are \\d+ more problems");
  }

  /** The median of a fair coin is 0 or 1 or between them; other quantiles are not. */
  @ParameterizedTest
  @CsvSource({
    "0.5, 0, true",
    "0.5, 0.5, true",
    "0.5, 1, true",
    "0.4, 0, true",
    "0.4, 1, false",
    "0.6, 0, false",
    "0.6, 0.5, false",
    "0.5, 2, false",
    "0.5, -1, false",
  })
  void quantilesOfWholeNumbersAreComparedByTheirProbabilities(
      double p, double value, boolean right, @TempDir Path folder) throws Exception {
    FolderFixture fixture =
        FolderFixture.in(folder)
            .replace("model.yaml", "normal(mu = slope * x, sigma = sigma)", "bernoulli(0.5)")
            .write(
                "verify.jsonl",
                "{\"features\": {\"x\": 5, \"category\": 1}, \"quantiles\": [{\"p\": %s, \"value\": %s, \"mcse\": 0}]}"
                    .formatted(p, value));
    if (right) {
      assertThat(fixture.problems()).containsExactly("(no problem)");
    } else {
      assertThat(fixture.problems())
          .singleElement()
          .asString()
          .startsWith("verify.jsonl:1: The quantile %s of y should be %s, but ".formatted(p, value))
          .contains(" of the samples are less and ");
    }
  }

  @Test
  void figuresWithinMonteCarloErrorPass(@TempDir Path folder) throws Exception {
    // N(1.25 * 5, 0.7459): an offset of 0.01 lies within the error of 0.0085 that the file claims.
    FolderFixture fixture =
        FolderFixture.in(folder)
            .write(
                "verify.jsonl",
                "{\"features\": {\"x\": 5, \"category\": 1}, \"mean\": 6.262, \"mean_mcse\": 0.0085}\n\n");
    assertThat(fixture.load().name()).isEqualTo("category-slopes");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "nonsense|verify.jsonl:1: It is no valid JSON: Unrecognized token 'nonsense': was expecting"
            + " (JSON String, Number, Array, Object or token 'null', 'true' or 'false')",
        "[1]|verify.jsonl:1: It needs \"features\": {…}",
        "{\"mean\": 1}|verify.jsonl:1: It needs \"features\": {…}",
        "{\"features\": {\"x\": 1, \"category\": 0}}|verify.jsonl:1: It has none of mean, sd, quantiles and probabilities",
        "{\"features\": {\"x\": 1}, \"mean\": 1, \"mean_mcse\": 1}|verify.jsonl:1: It can't be predicted:"
            + " Feature 'category' is missing and has no default (MISSING_FEATURE)",
        "{\"features\": {\"x\": -1, \"category\": 0}, \"mean\": 1, \"mean_mcse\": 1}|verify.jsonl:1: It"
            + " can't be predicted: Feature 'x' must be >= 0.0, but is -1.0 (OUT_OF_RANGE)",
      })
  void malformedLinesAreRefused(String line, String problem, @TempDir Path folder)
      throws Exception {
    assertThat(problems(folder, line)).first().isEqualTo(problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"mean\": 1|\"mean\" and \"mean_mcse\" must be numbers, the second at least 0, but are 1 and missing",
        "\"mean\": \"1\", \"mean_mcse\": 1|\"mean\" and \"mean_mcse\" must be numbers, the second at"
            + " least 0, but are \"1\" and 1",
        "\"sd\": 1, \"sd_mcse\": -1|\"sd\" and \"sd_mcse\" must be numbers, the second at least 0, but are"
            + " 1 and -1",
        "\"quantiles\": [{\"p\": 0.5, \"val\": 1, \"mcse\": 1}]|\"value\" and \"mcse\" must be numbers, the"
            + " second at least 0, but are missing and 1",
        "\"quantiles\": [{\"p\": 50, \"value\": 1, \"mcse\": 1}]|\"p\" must be in (0, 1), but is 50",
        "\"quantiles\": [{\"value\": 1, \"mcse\": 1}]|\"p\" must be in (0, 1), but is missing",
      })
  void malformedFiguresAreRefused(String figures, String problem, @TempDir Path folder)
      throws Exception {
    String line = "{\"features\": {\"x\": 1, \"category\": 0}, " + figures + "}";
    assertThat(problems(folder, line)).first().isEqualTo("verify.jsonl:1: " + problem);
  }

  @Test
  void anEmptyFileChecksNothingAndIsRefused(@TempDir Path folder) throws Exception {
    assertThat(problems(folder, "\n"))
        .containsExactly("verify.jsonl: It holds no case that could be checked");
  }

  @Test
  void aPosteriorOfWhichNoCopyWouldFitIsVerified() {
    // 8,000 samples of 300,000 elements are more than an array can hold.
    double[] draws = new double[300_000 * ModelFixture.DRAWS];
    Arrays.setAll(draws, i -> Math.floorDiv(i, ModelFixture.DRAWS));
    Model model =
        ModelFixture.predicting("normal(beta[299999], x)")
            .number("x")
            .vector("beta", "k", draws)
            .model();
    Problems log = new Problems("verify.jsonl");
    VerifyCase right = verifyCase(1, 299_999);
    VerifyCase wrong = verifyCase(2, 299_998);
    Verification.check(model, List.of(right, wrong), log);
    assertThat(log.list()).extracting(Problem::line).containsExactly(2);
  }

  private static VerifyCase verifyCase(int line, double mean) {
    ObjectNode features = JsonNodeFactory.instance.objectNode().put("x", 0.5);
    return new VerifyCase(
        line, features, Map.of(VerifyCase.SOLE, List.of(new Figure(Kind.MEAN, 0.5, "", mean, 0))));
  }

  @Test
  void whatWasVerifiedIsNotVerifiedAgain(@TempDir Path folder) throws Exception {
    FolderFixture fixture =
        FolderFixture.in(folder)
            .replace(
                "verify.jsonl", "\"mean\": 0.493391242542908,", "\"mean\": 0.693391242542908,");
    assertThat(fixture.problems()).hasSize(1);
    assertThat(ModelLoader.loadVerified(ModelFolder.local(folder)).name())
        .isEqualTo("category-slopes");
  }
}
