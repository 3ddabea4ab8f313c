package io.credence.score;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.credence.folder.ModelFolder;
import io.credence.folder.ModelLoader;
import io.credence.model.Model;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a model predicts stays the same to the bit when the language of models grows. scores.txt
 * holds what was predicted before models had vectors, random steps and several outputs: for each
 * record median, mean, standard deviation and HDI of 1,000 samples.
 */
class EarlierScoresTest {

  private static final Path SLOPES = Path.of("../../samples/category-slopes");
  private static final Path FLIGHTS = Path.of("../../samples/flights");
  private static final int RECORDS = 12;

  /** In place of the steps of category-slopes, all functions that there were. */
  private static final List<String> STEPS =
      List.of(
          "  mu: slope * x\npredict: lognormal(mu = log1p(abs(mu)) / 3, sigma = sigma)",
          "  mu: dot([slope, sigma], [x, -1]) ** 2 / (1 + x)\n"
              + "predict: student_t(nu = 4.85, mu = mu, sigma = sigma)",
          "  mu: where(x > 2 * beta[0], sqrt(abs(slope - x)), exp(-slope))\n"
              + "predict: normal(max(mu, 0.5), min(sigma, 1))",
          "  mu: logistic(slope - floor(x)) + logit(0.25) + log(sigma)\n"
              + "predict: student_t(0.7, mu, sigma)",
          "  mu: abs(slope) ** -0.5 - -x / 7\n"
              + "predict: mu * (x >= 3) + (x != 2) - (slope == x) * (mu <= 4)",
          "  mu: softplus(slope) / tanh(x + 1) + sin(x) * cos(slope) - expm1(-x)\n"
              + "predict: normal(mu, sigma)");

  @Test
  void areWhatTheyWere(@TempDir Path folder) throws Exception {
    List<String> lines = new ArrayList<>(slopes(SLOPES));
    for (int i = 0; i < RECORDS; i++) {
      lines.add(
          score(
              load(FLIGHTS),
              List.of(i * 7.5 - 20, 90 + 250.25 * i, i % 3 == 2 ? "?" : "UA", 1 + i)));
    }
    for (int i = 0; i < STEPS.size(); i++) {
      lines.addAll(slopes(written(folder.resolve("model" + i), STEPS.get(i))));
    }
    try (InputStream in = EarlierScoresTest.class.getResourceAsStream("scores.txt")) {
      String before = new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
      assertThat(String.join("\n", lines) + "\n").isEqualTo(before);
    }
  }

  /** A category of three is one that the model does not know. */
  private static List<String> slopes(Path folder) throws Exception {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < RECORDS; i++) {
      lines.add(score(load(folder), List.of(i * 0.75, i % 4)));
    }
    return lines;
  }

  private static Path written(Path folder, String steps) throws Exception {
    Files.createDirectories(folder);
    Files.copy(SLOPES.resolve("posterior.nc"), folder.resolve("posterior.nc"));
    String model =
        Files.readString(SLOPES.resolve("model.yaml")).replace("verify: verify.jsonl\n", "");
    Files.writeString(
        folder.resolve("model.yaml"),
        model.replace("predict: normal(mu = slope * x, sigma = sigma)", steps));
    return folder;
  }

  private static Model load(Path folder) throws Exception {
    return ModelLoader.load(ModelFolder.local(folder)).model();
  }

  private static String score(Model model, List<@Nullable Object> record) throws Exception {
    Scored scored = Scorer.of(model, ScoreSpec.DEFAULT).score(List::get, record);
    return "%s %s %s: %s %s %s %s %s"
        .formatted(
            model.name(),
            record,
            scored.unseenLevels(),
            scored.summary().median(),
            scored.summary().mean(),
            scored.summary().sd(),
            scored.summary().hdiLower(0),
            scored.summary().hdiUpper(0));
  }
}
