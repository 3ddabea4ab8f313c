package io.credence.messages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.credence.deadletter.UnscorableException;
import io.credence.score.Scored;
import io.credence.score.Scorer;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Objects within a text are scored, one behind the other, and their scores written into another.
 */
class JsonFieldsTest {

  private static final JsonFactory JSON = new JsonFactory();

  private final Scorer scorer = Scorer.of(Slopes.MODEL, Slopes.SPEC);
  private final JsonFields fields = new JsonFields(scorer.fields(), List.of());
  private final JsonScore score = new JsonScore(Slopes.COLUMNS);

  @Test
  void objectsOfAList() throws Exception {
    String text = "[{\"x\": 1.5, \"category\": 2}, {\"category\": 1, \"y_pred\": [], \"x\": 2}]";
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonParser in = JSON.createParser(text);
        JsonGenerator out = JSON.createGenerator(bytes)) {
      in.nextToken();
      out.writeStartArray();
      while (in.nextToken() == JsonToken.START_OBJECT) {
        fields.read(in);
        out.writeStartObject();
        score.write(scorer.score(JsonFields::value, fields), out);
        out.writeEndObject();
      }
      assertThat(in.currentToken()).isEqualTo(JsonToken.END_ARRAY);
      out.writeEndArray();
    }
    JsonNode written = new ObjectMapper().readTree(bytes.toByteArray());
    assertThat(written).hasSize(2);
    assertThat(median(written, 0)).isEqualTo(median(1.5, 2));
    assertThat(median(written, 1)).isEqualTo(median(2.0, 1));
    assertThat(written.get(1)).hasSize(Slopes.COLUMNS.columns().size());
  }

  private static double median(JsonNode scores, int record) {
    return scores.get(record).get("y_pred").doubleValue();
  }

  private double median(double x, int category) throws UnscorableException {
    Scored scored = scorer.score(List<Object>::get, List.of(x, category));
    return scored.summary(0).median();
  }

  @Test
  void noObject() throws Exception {
    try (JsonParser in = JSON.createParser("[1, {}]")) {
      in.nextToken();
      in.nextToken();
      assertThatExceptionOfType(UnscorableException.class)
          .isThrownBy(() -> fields.read(in))
          .withMessage("must be a JSON object, but begins with VALUE_NUMBER_INT");
    }
  }

  @Test
  void aScoreBehindTheFieldsOfAnObject() throws Exception {
    Scored scored = Slopes.scored();
    String object = "{\"y\": 1 }";
    String whole = new String(score.appendedTo(object.getBytes(UTF_8), scored), UTF_8);
    assertThat(whole).startsWith("{\"y\": 1 ,\"y_pred\":");
    String alone = new String(score.appendedTo("{}".getBytes(UTF_8), scored), UTF_8);
    assertThat(alone).startsWith("{\"y_pred\":");
    assertThat(whole.substring(9)).isEqualTo(alone.substring(1));
  }

  @Test
  void aFeatureThatIsTheKeyToo() throws Exception {
    JsonFields twice = new JsonFields(List.of("x", "category", "x"), List.of());
    try (JsonParser in = JSON.createParser("{\"x\": 2.5, \"category\": 1}")) {
      in.nextToken();
      twice.read(in);
    }
    assertThat(twice.value(0)).isEqualTo(2.5);
    assertThat(twice.value(1)).isEqualTo(1);
    assertThat(twice.value(2)).isEqualTo(2.5);
  }
}
