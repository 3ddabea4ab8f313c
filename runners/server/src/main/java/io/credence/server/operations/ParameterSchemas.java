package io.credence.server.operations;

import static io.credence.server.json.JsonTree.object;
import static io.credence.server.operations.Schemas.PROBABILITY;

import io.credence.model.Model;
import io.credence.model.Output;
import io.credence.server.scoring.RequestLimits;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What can be asked of each record beside its score, for all outputs of numbers or by output. */
final class ParameterSchemas {

  private static final int MOST = 100;

  private final Model model;

  private ParameterSchemas(Model model) {
    this.model = model;
  }

  /** The members of the object with the parameters, to which the caller may add. */
  static Map<String, Object> members(Model model, RequestLimits limits) {
    ParameterSchemas schemas = new ParameterSchemas(model);
    return object(
        "n_samples",
        Schemas.whole(1, limits.samples()),
        "emit_samples",
        Schemas.TRUTH,
        "hdi_probability",
        schemas.figure(oneOrSeveral(PROBABILITY, 1)),
        "eti_probability",
        schemas.figure(oneOrSeveral(PROBABILITY, 0)),
        "quantiles",
        schemas.figure(oneOrSeveral(PROBABILITY, 0)),
        "exceed",
        schemas.figure(oneOrSeveral(Schemas.NUMBER, 0)),
        "bins",
        schemas.figure(Schemas.whole(0, limits.bins())));
  }

  /** For all outputs, or for some by their names. */
  private Map<String, Object> figure(Map<String, Object> forAll) {
    Map<String, Object> byOutput = new LinkedHashMap<>();
    for (Output output : model.outputs()) {
      if (!output.hasClasses()) {
        byOutput.put(output.name(), forAll);
      }
    }
    return Schemas.either(forAll, Schemas.closed(byOutput, List.of()));
  }

  private static Map<String, Object> oneOrSeveral(Map<String, Object> one, int least) {
    Map<String, Object> several = Schemas.list(one, least, MOST);
    several.put("uniqueItems", true);
    return Schemas.either(one, several);
  }
}
