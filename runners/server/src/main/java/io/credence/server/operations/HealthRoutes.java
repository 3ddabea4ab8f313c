package io.credence.server.operations;

import io.credence.server.http.Answer;
import io.credence.server.http.Route;
import io.credence.server.http.Stopping;
import io.credence.server.refusal.Code;
import io.credence.server.refusal.Refusal;
import io.credence.server.scoring.Models;
import io.credence.server.scoring.ServedModel;
import java.util.List;

/** Whether the server lives, and whether it is ready: all of its models have verified. */
public final class HealthRoutes {

  private HealthRoutes() {}

  /** The paths of most, and those of the Open Inference Protocol. */
  public static List<Route> of(Models models, Stopping stopping) {
    return List.of(
        Route.open("live", "/health/live", call -> live()),
        Route.open("ready", "/health/ready", call -> ready(models, stopping)),
        Route.open("live", "/v2/health/live", call -> live()),
        Route.open("ready", "/v2/health/ready", call -> ready(models, stopping)));
  }

  private static Answer live() {
    return Answer.json(out -> out.writeBooleanField("live", true));
  }

  private static Answer ready(Models models, Stopping stopping) throws Refusal {
    if (stopping.hasBegun()) {
      throw Refusal.of(Code.STOPPING, "The server is being stopped");
    }
    return Answer.json(
        out -> {
          out.writeBooleanField("ready", true);
          out.writeArrayFieldStart("models");
          for (ServedModel each : models.all()) {
            out.writeStartObject();
            out.writeStringField("name", each.model().name());
            out.writeStringField("version", each.model().version());
            out.writeStringField("digest", each.digest());
            out.writeNumberField("verified_figures", each.verifiedFigures());
            out.writeEndObject();
          }
          out.writeEndArray();
        });
  }
}
