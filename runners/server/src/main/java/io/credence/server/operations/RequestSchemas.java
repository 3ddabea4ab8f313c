package io.credence.server.operations;

import static io.credence.server.json.JsonTree.object;
import static io.credence.server.operations.Schemas.PROBABILITY;

import io.credence.server.scoring.RequestLimits;
import io.credence.server.scoring.ServedModel;
import java.util.List;
import java.util.Map;

/** What can be asked, as JSON Schema. */
final class RequestSchemas {

  private final RequestLimits limits;

  RequestSchemas(RequestLimits limits) {
    this.limits = limits;
  }

  Map<String, Object> point(ServedModel model) {
    return figure(model, object());
  }

  Map<String, Object> interval(ServedModel model) {
    return figure(model, object("hdi_probability", PROBABILITY));
  }

  Map<String, Object> density(ServedModel model) {
    return figure(model, object("bins", Schemas.whole(1, limits.bins())));
  }

  private Map<String, Object> figure(ServedModel model, Map<String, Object> own) {
    Map<String, Object> members =
        object(
            "data",
            FeatureSchema.record(model),
            "algo_param",
            Schemas.closed(object("n_samples", Schemas.whole(1, limits.samples())), List.of()));
    members.putAll(own);
    return Schemas.closed(members, List.of("data"));
  }

  Map<String, Object> records(ServedModel model) {
    return Schemas.closed(
        object(
            "instances",
            Schemas.list(FeatureSchema.record(model), 0, limits.records()),
            "parameters",
            Schemas.closed(ParameterSchemas.members(model.model(), limits), List.of())),
        List.of("instances"));
  }

  Map<String, Object> tensors(ServedModel model) {
    return TensorSchemas.request(model, limits);
  }
}
