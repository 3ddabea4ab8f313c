package io.credence.server.inference;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.credence.score.ScoreColumns;
import io.credence.score.ScoreSpec;
import io.credence.score.ScoredColumn;
import io.credence.server.json.JsonValues;
import io.credence.server.json.Members;
import io.credence.server.json.StrictJson;
import io.credence.server.refusal.Refusal;
import io.credence.server.scoring.RequestLimits;
import io.credence.server.scoring.ServedModel;
import io.credence.server.scoring.SpecParameters;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which records a request has, what it asks of each, and which tensors it wants. */
final class InferRequest {

  private static final String INPUTS = "a list of tensors, one for each feature";

  private final InputTensors inputs;
  private final SpecParameters parameters;
  private final ScoreSpec spec;
  private final Set<String> wanted = new LinkedHashSet<>();
  private @Nullable String id;
  private boolean hasInputs;

  private InferRequest(byte[] body, ServedModel model, RequestLimits limits) throws Refusal {
    this.inputs = new InputTensors(model, limits);
    this.parameters = new SpecParameters(model, limits);
    StrictJson.read(
        body,
        new Members()
            .with("id", (parser, field) -> id = JsonValues.text(parser, field))
            .with("inputs", this::readInputs)
            .with("outputs", this::readOutputs)
            .with("parameters", ignoringBinary(parameters.members())::read));
    if (!hasInputs) {
      throw Refusal.missing("inputs", INPUTS);
    }
    inputs.requireAlike();
    this.spec = parameters.spec();
    requireKnown(names(model, spec));
  }

  static InferRequest read(byte[] body, ServedModel model, RequestLimits limits) throws Refusal {
    return new InferRequest(body, model, limits);
  }

  /** Clients of Triton ask for binary answers, and take those that are not. */
  private static Members ignoringBinary(Members members) {
    return members
        .with("binary_data_output", JsonValues::truth)
        .with("binary_data", JsonValues::truth);
  }

  private void readInputs(JsonParser parser, String field) throws IOException, Refusal {
    JsonValues.list(parser, field, INPUTS);
    hasInputs = true;
    for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
      inputs.read(parser, "%s[%s]".formatted(field, i));
    }
  }

  private void readOutputs(JsonParser parser, String field) throws IOException, Refusal {
    JsonValues.list(parser, field, "a list of objects with the names of tensors");
    for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
      new Members()
          .with("name", (value, at) -> wanted.add(JsonValues.text(value, at)))
          .with("parameters", ignoringBinary(new Members())::read)
          .read(parser, "%s[%s]".formatted(field, i));
    }
  }

  private static List<String> names(ServedModel model, ScoreSpec spec) {
    List<String> names = new ArrayList<>();
    ScoreColumns.of(model.model(), spec).columns().stream()
        .map(ScoredColumn::name)
        .forEach(names::add);
    names.addAll(OutputTensors.OF_RECORDS);
    return names;
  }

  private void requireKnown(List<String> names) throws Refusal {
    for (String name : wanted) {
      if (!names.contains(name)) {
        throw Refusal.field("outputs", name, "of " + String.join(", ", names));
      }
    }
  }

  InputTensors inputs() {
    return inputs;
  }

  ScoreSpec spec() {
    return spec;
  }

  /** The names of the tensors that are wanted; empty for all. */
  Set<String> wanted() {
    return wanted;
  }

  @Nullable String id() {
    return id;
  }
}
