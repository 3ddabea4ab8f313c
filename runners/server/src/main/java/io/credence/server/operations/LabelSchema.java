package io.credence.server.operations;

import static io.credence.server.json.JsonTree.object;

import io.credence.model.Model;
import io.credence.model.Output;
import io.credence.server.scoring.Models;
import io.credence.server.scoring.ServedModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The labels that outputs can have, as JSON Schema. */
final class LabelSchema {

  private static final int LONGEST_ID = 1_000;

  /** Labels of classes that JSON can also write as numbers. */
  private static final Pattern WHOLE = Pattern.compile("0|-?[1-9][0-9]{0,14}");

  private LabelSchema() {}

  /** A label for a record of one of the models. */
  static Map<String, Object> request(Models models) {
    List<ServedModel> all = models.all();
    if (all.size() == 1) {
      return request(all.get(0).model(), List.of("record_id", "y"));
    }
    List<Object> each = new ArrayList<>();
    for (ServedModel model : all) {
      each.add(request(model.model(), List.of("record_id", "model_name", "y")));
    }
    return object("anyOf", each);
  }

  private static Map<String, Object> request(Model model, List<String> required) {
    return Schemas.closed(
        object(
            "record_id",
            object("type", "string", "minLength", 1, "maxLength", LONGEST_ID),
            "model_name",
            object("enum", List.of(model.name())),
            "y",
            labels(model.outputs())),
        required);
  }

  private static Map<String, Object> labels(List<Output> outputs) {
    Map<String, Object> byOutput = new LinkedHashMap<>();
    outputs.forEach(output -> byOutput.put(output.name(), label(output)));
    Map<String, Object> several = Schemas.closed(byOutput, List.of());
    several.put("minProperties", 1);
    return outputs.size() == 1 ? Schemas.either(label(outputs.get(0)), several) : several;
  }

  private static Map<String, Object> label(Output output) {
    return switch (output.kind()) {
      case REAL -> Schemas.NUMBER;
      case INTEGER -> object("type", List.of("integer", "boolean"));
      case CLASSES -> object("enum", written(output.classes()));
    };
  }

  /** As texts, and as the numbers or truth values that are written like them. */
  private static List<Object> written(List<String> classes) {
    List<Object> labels = new ArrayList<>(classes);
    for (String label : classes) {
      if (WHOLE.matcher(label).matches()) {
        labels.add(Long.valueOf(label));
      } else if (label.equals("true") || label.equals("false")) {
        labels.add(Boolean.valueOf(label));
      }
    }
    return labels;
  }
}
