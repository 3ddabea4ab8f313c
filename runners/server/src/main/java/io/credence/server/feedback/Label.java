package io.credence.server.feedback;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.credence.model.Output;
import io.credence.server.json.Json;
import io.credence.server.json.JsonValues;
import io.credence.server.json.Members;
import io.credence.server.json.StrictJson;
import io.credence.server.refusal.Refusal;
import io.credence.server.scoring.Models;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was observed of a record: a label for each output of its model, or for some of them. */
final class Label {

  private static final int LONGEST_ID = 1_000;

  private @Nullable String recordId;
  private @Nullable String modelName;
  private List<Output> outputs = List.of();
  private final Map<String, Object> values = new LinkedHashMap<>();

  private Label() {}

  /** Reads a body: first whose record it is, which says what its labels can be. */
  static Label read(byte[] body, Models models) throws Refusal {
    Label label = new Label();
    StrictJson.read(body, members(label::readId, label::readModelName, Label::passOver));
    if (label.recordId == null) {
      throw Refusal.missing("record_id", "the record_id of a prediction");
    }
    label.outputs = label.outputs(models);
    StrictJson.read(body, members(Label::passOver, Label::passOver, label::readLabels));
    if (label.values.isEmpty()) {
      throw Refusal.missing("y", label.expected());
    }
    return label;
  }

  private static Members members(Members.Reader id, Members.Reader model, Members.Reader labels) {
    return new Members().with("record_id", id).with("model_name", model).with("y", labels);
  }

  private static void passOver(JsonParser parser, String field) throws IOException {
    parser.skipChildren();
  }

  private void readId(JsonParser parser, String field) throws IOException, Refusal {
    String id = JsonValues.text(parser, field);
    if (id.isEmpty() || id.length() > LONGEST_ID) {
      throw Refusal.field(field, id, "a text of 1 to %s characters".formatted(LONGEST_ID));
    }
    recordId = id;
  }

  private void readModelName(JsonParser parser, String field) throws IOException, Refusal {
    modelName = JsonValues.text(parser, field);
  }

  /** Those of the model; of several models, a label could be of each. */
  private List<Output> outputs(Models models) throws Refusal {
    List<String> names = models.all().stream().map(each -> each.model().name()).toList();
    String expected = "the model_name of the prediction: " + String.join(" or ", names);
    if (modelName == null && names.size() > 1) {
      throw Refusal.missing("model_name", expected);
    }
    String name = modelName == null ? names.get(0) : modelName;
    if (!names.contains(name)) {
      throw Refusal.field("model_name", name, expected);
    }
    modelName = name;
    return models.named(name, null).model().outputs();
  }

  private void readLabels(JsonParser parser, String field) throws IOException, Refusal {
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      Members byOutput = new Members();
      for (Output output : outputs) {
        byOutput.with(output.name(), (value, at) -> readLabel(output, value, at));
      }
      byOutput.read(parser, field);
      if (values.isEmpty()) {
        throw Refusal.field(field, "an empty object", expected());
      }
    } else if (outputs.size() > 1) {
      throw Refusal.field(field, JsonValues.shown(parser), expected());
    } else {
      readLabel(outputs.get(0), parser, field);
    }
  }

  private void readLabel(Output output, JsonParser parser, String field)
      throws IOException, Refusal {
    values.put(output.name(), OutputLabel.read(output, parser, field));
  }

  private String expected() {
    return outputs.size() == 1
        ? OutputLabel.expected(outputs.get(0))
        : "an object with a label of one or more of "
            + String.join(", ", outputs.stream().map(Output::name).toList());
  }

  String recordId() {
    return String.valueOf(recordId);
  }

  /** As it is kept: a label of the only output is {@code y} itself. */
  byte[] json(Instant time) {
    return Json.object(
        out -> {
          out.writeStringField("record_id", recordId);
          out.writeStringField("model_name", modelName);
          out.writeFieldName("y");
          if (outputs.size() == 1) {
            write(values.get(outputs.get(0).name()), out);
          } else {
            out.writeStartObject();
            for (Map.Entry<String, Object> value : values.entrySet()) {
              out.writeFieldName(value.getKey());
              write(value.getValue(), out);
            }
            out.writeEndObject();
          }
          out.writeStringField("time", time.toString());
        });
  }

  private static void write(@Nullable Object value, JsonGenerator out) throws IOException {
    if (value instanceof Long whole) {
      out.writeNumber(whole);
    } else if (value instanceof Double real) {
      out.writeNumber(real);
    } else {
      out.writeString(String.valueOf(value));
    }
  }
}
