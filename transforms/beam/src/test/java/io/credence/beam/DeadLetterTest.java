package io.credence.beam;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.credence.deadletter.DeadLetterCode;
import io.credence.deadletter.UnscorableException;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a dead letter says. */
class DeadLetterTest {

  private final ModelRef model = Slopes.model();

  private DeadLetter letter(@Nullable RecordSource source) {
    UnscorableException reason =
        new UnscorableException(DeadLetterCode.OUT_OF_RANGE, "too \"small\"\n", "x");
    return DeadLetter.of(reason, model, source, RecordFormat.avro(), Slopes.row(7, -1.5, null));
  }

  private static JsonNode json(DeadLetter letter) throws Exception {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = new JsonFactory().createGenerator(text)) {
      letter.writeJson(out);
    }
    assertThat(text.toString()).doesNotContain("\n");
    return new ObjectMapper().readTree(text.toString());
  }

  @Test
  void saysWhatWhyAndWhere() throws Exception {
    JsonNode json = json(letter(RecordSource.row("a.parquet", 12)));
    assertThat(json.get("code").textValue()).isEqualTo("OUT_OF_RANGE");
    assertThat(json.get("message").textValue()).isEqualTo("too \"small\"\n");
    assertThat(json.get("feature").textValue()).isEqualTo("x");
    assertThat(json.get("source")).hasToString("{\"file\":\"a.parquet\",\"row\":12}");
    assertThat(json.get("model_name").textValue()).isEqualTo("category-slopes");
    assertThat(json.get("model_version").textValue()).isEqualTo("1.0.0");
    assertThat(json.get("model_digest").textValue()).matches("[0-9a-f]{64}");
  }

  @Test
  void carriesTheRecord() throws Exception {
    assertThat(json(letter(null)).get("record"))
        .hasToString("{\"id\":7,\"x\":-1.5,\"category\":null}");
  }

  @Test
  void carriesARecordWithNotANumber() throws Exception {
    UnscorableException reason = new UnscorableException(DeadLetterCode.NOT_FINITE, "", "x");
    DeadLetter letter =
        DeadLetter.of(reason, model, null, RecordFormat.avro(), Slopes.row(7, Double.NaN, 1));
    assertThat(json(letter).get("record")).hasToString("{\"id\":7,\"x\":\"NaN\",\"category\":1}");
  }

  @Test
  void saysWhichMessageOfATopic() throws Exception {
    assertThat(json(letter(new RecordSource(null, null, "flights", 3, 4L, 5L))).get("source"))
        .hasToString("{\"topic\":\"flights\",\"partition\":3,\"offset\":4,\"timestamp\":5}");
  }
}
