package io.credence.server.scoring;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.credence.model.Output;
import io.credence.score.ScoreSpec;
import io.credence.server.json.JsonValues;
import io.credence.server.json.Members;
import io.credence.server.refusal.Refusal;
import io.credence.summary.SummarySpec;
import java.io.IOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a request asks of its records: the options of {@code credence score}, in the spelling of
 * JSON. A figure is asked for of all outputs, as in {@code "bins": 20}, or of some, as in {@code
 * "bins": {"loss": 20}}.
 */
public final class SpecParameters {

  private final ServedModel model;
  private final RequestLimits limits;
  private final Map<SummaryParameter, double[]> forAll = new EnumMap<>(SummaryParameter.class);
  private final Map<SummaryParameter, Map<String, double[]>> forSome =
      new EnumMap<>(SummaryParameter.class);
  private int numSamples;
  private boolean emitSamples;

  public SpecParameters(ServedModel model, RequestLimits limits) {
    this.model = model;
    this.limits = limits;
    this.numSamples = model.numSamples();
  }

  /** What reads them. */
  public Members members() {
    Members members =
        new Members()
            .with("n_samples", this::readNumSamples)
            .with("emit_samples", (parser, field) -> emitSamples = JsonValues.truth(parser, field));
    for (SummaryParameter parameter : SummaryParameter.values()) {
      members.with(parameter.word(), (parser, field) -> read(parameter, parser, field));
    }
    return members;
  }

  private void readNumSamples(JsonParser parser, String field) throws IOException, Refusal {
    numSamples = JsonValues.whole(parser, field, 1, limits.samples());
  }

  private void read(SummaryParameter parameter, JsonParser parser, String field)
      throws IOException, Refusal {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      forAll.put(parameter, parameter.read(parser, field, limits));
      return;
    }
    Map<String, double[]> byOutput = new LinkedHashMap<>();
    Members outputs = new Members();
    for (Output output : model.model().outputs()) {
      if (!output.hasClasses()) {
        outputs.with(
            output.name(),
            (value, at) -> byOutput.put(output.name(), parameter.read(value, at, limits)));
      }
    }
    outputs.read(parser, field);
    forSome.put(parameter, byOutput);
  }

  /** What was asked for. */
  public ScoreSpec spec() {
    SummarySpec all = SummarySpec.defaults();
    for (Map.Entry<SummaryParameter, double[]> each : forAll.entrySet()) {
      all = each.getKey().change(all, each.getValue());
    }
    Map<String, SummarySpec> some = new LinkedHashMap<>();
    for (SummaryParameter parameter : forSome.keySet()) {
      for (Map.Entry<String, double[]> each :
          forSome.getOrDefault(parameter, Map.of()).entrySet()) {
        SummarySpec before = some.getOrDefault(each.getKey(), all);
        some.put(each.getKey(), parameter.change(before, each.getValue()));
      }
    }
    return new ScoreSpec(model.predict(numSamples), all, some, emitSamples);
  }
}
