package io.credence.server.records;

import io.credence.server.http.Route;
import io.credence.server.scoring.Models;
import io.credence.server.scoring.RequestLimits;
import java.util.List;

/** The route to the predictions of records, at the path that TensorFlow Serving and KServe have. */
public final class RecordRoutes {

  private RecordRoutes() {}

  /** They name the model, and may name its version. */
  public static List<Route> of(Models models, RequestLimits limits) {
    return List.of(
        Route.post(
            "predict", "/v1/models/*(/versions/*):predict", new RecordsEndpoint(models, limits)));
  }
}
