package io.credence.server.inference;

import io.credence.server.http.Answer;
import io.credence.server.http.Route;
import io.credence.server.scoring.Models;
import io.credence.server.scoring.RequestLimits;
import io.credence.server.scoring.ServedModel;
import java.util.List;

/** The routes of the protocol, beside those of health. */
public final class InferenceRoutes {

  private static final String MODEL = "/v2/models/*(/versions/*)";

  private InferenceRoutes() {}

  public static List<Route> of(Models models, RequestLimits limits) {
    return List.of(
        Route.get("server", "/v2/?", call -> server()),
        Route.get("model", MODEL, call -> metadata(models.named(call.name(0), call.name(1)))),
        Route.get(
            "model_ready",
            MODEL + "/ready",
            call -> ready(models.named(call.name(0), call.name(1)))),
        // Triton's client says of no body what it is.
        Route.untyped("infer", MODEL + "/infer", new InferEndpoint(models, limits)));
  }

  private static Answer server() {
    String version = InferenceRoutes.class.getPackage().getImplementationVersion();
    return Answer.json(
        out -> {
          out.writeStringField("name", "credence");
          out.writeStringField("version", version == null ? "unpackaged" : version);
          out.writeArrayFieldStart("extensions");
          out.writeEndArray();
        });
  }

  private static Answer ready(ServedModel model) {
    return Answer.json(
        out -> {
          out.writeStringField("name", model.model().name());
          out.writeBooleanField("ready", true);
        });
  }

  private static Answer metadata(ServedModel model) {
    return Answer.json(out -> ModelMetadata.write(model, out));
  }
}
