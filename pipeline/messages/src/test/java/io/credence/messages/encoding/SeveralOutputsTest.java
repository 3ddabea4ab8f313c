package io.credence.messages.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.credence.folder.ModelFolder;
import io.credence.folder.ModelLoader;
import io.credence.messages.MessageCodec;
import io.credence.messages.MessageFormat;
import io.credence.messages.Slopes;
import io.credence.messages.avro.Avro;
import io.credence.model.Model;
import io.credence.score.ScoreColumns;
import io.credence.score.ScoreSpec;
import io.credence.score.Scored;
import io.credence.score.Scorer;
import io.credence.summary.SummarySpec;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Messages scored by a model with outputs of numbers, whole numbers and classes. */
class SeveralOutputsTest {

  private static final Path SAMPLE = Path.of("../../samples/category-slopes");

  private static final String OUTPUTS =
      """
      draw:
        z: normal(mu = slope * x, sigma = sigma)
      outputs:
        sales: exp(z)
        over: sales > 3
        program: categorical(p = softmax([z, 0, 1]))
      """;

  private static final ScoreSpec SPEC =
      new ScoreSpec(
          ScoreSpec.DEFAULT.predict().withNumSamples(50),
          SummarySpec.defaults().withBins(0),
          Map.of("over", SummarySpec.defaults()),
          false);

  private final Path folder;
  private final Model model;
  private final ScoreColumns columns;
  private final List<String> fields;

  SeveralOutputsTest(@TempDir Path folder) throws Exception {
    this.folder = folder;
    Files.copy(SAMPLE.resolve("posterior.nc"), folder.resolve("posterior.nc"));
    Files.writeString(
        folder.resolve("model.yaml"),
        Files.readString(SAMPLE.resolve("model.yaml"))
            .replace("target: y\n", "")
            .replace("verify: verify.jsonl", "")
            .replaceFirst("predict:.*\n", OUTPUTS));
    model = ModelLoader.load(ModelFolder.local(folder)).model();
    columns = ScoreColumns.of(model, SPEC);
    fields = Scorer.of(model, SPEC).fields();
  }

  private Scored score(MessageCodec codec) throws Exception {
    return Scorer.of(model, SPEC).score((record, field) -> codec.value(field), "any");
  }

  private static void assertProbabilities(double one, double two, double three) {
    assertThat(one + two + three).isBetween(1 - 1e-9, 1 + 1e-9);
  }

  @Test
  void inJson() throws Exception {
    Encoding json = Encoding.parse("format=json");
    MessageCodec codec = json.asOutput(json.asInput(), "scored").open(fields, columns, Slopes.NONE);
    codec.read("{\"x\": 1.5, \"category\": 1}".getBytes(StandardCharsets.UTF_8));
    JsonNode written = new ObjectMapper().readTree(codec.with(score(codec)));
    assertThat(written.get("over_pred_bin_edges").get(0).doubleValue()).isIn(-0.5, 0.5);
    assertThat(written.has("sales_pred_bin_edges")).isFalse();
    assertThat(written.get("program_pred_mode").textValue()).isIn("0", "1", "2");
    assertProbabilities(
        written.get("program_pred_prob_0").doubleValue(),
        written.get("program_pred_prob_1").doubleValue(),
        written.get("program_pred_prob_2").doubleValue());
    assertThat(written.get("n_samples").longValue()).isEqualTo(50);
  }

  @Test
  void inAvro() throws Exception {
    Path in = folder.resolve("in.avsc");
    Path out = folder.resolve("out.avsc");
    Files.writeString(in, Slopes.SCHEMA.toString());
    MessageFormat format =
        Encoding.parse("format=avro&schema=" + out)
            .asOutput(Encoding.parse("format=avro&schema=" + in).asInput(), "scored");
    format.publish(columns);
    MessageCodec codec = format.open(fields, columns, Slopes.NONE);
    codec.read(Avro.bytes(Avro.row("é", 1.5, 1)));
    Scored scored = score(codec);
    Schema enriched = new Schema.Parser().parse(out.toFile());
    GenericRecord written = Avro.record(enriched, codec.with(scored), 0);
    assertThat(written.get("sales_pred")).isEqualTo(scored.summary(0).median());
    assertThat(written.get("over_pred_mean")).isEqualTo(scored.summary(1).mean());
    assertThat(written.get("program_pred_mode"))
        .hasToString(Integer.toString(scored.classes(2).mode()));
    assertProbabilities(
        (Double) written.get("program_pred_prob_0"),
        (Double) written.get("program_pred_prob_1"),
        (Double) written.get("program_pred_prob_2"));
  }
}
