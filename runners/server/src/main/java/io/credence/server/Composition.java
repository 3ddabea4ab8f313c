package io.credence.server;

import io.credence.cli.text.Printer;
import io.credence.server.figure.FigureRoutes;
import io.credence.server.http.HttpServer;
import io.credence.server.http.Limits;
import io.credence.server.http.Route;
import io.credence.server.http.Stopping;
import io.credence.server.inference.InferenceRoutes;
import io.credence.server.operations.HealthRoutes;
import io.credence.server.options.ServeOption;
import io.credence.server.options.ServeOptions;
import io.credence.server.records.RecordRoutes;
import io.credence.server.scoring.Models;
import io.credence.server.scoring.RequestLimits;
import java.util.ArrayList;
import java.util.List;

/** Puts the server together: what answers at which path, within which limits. */
final class Composition {

  private Composition() {}

  static HttpServer of(ServeOptions options, Models models, Printer console) {
    Stopping stopping = new Stopping();
    List<Route> routes = new ArrayList<>();
    RequestLimits limits = requestLimits(options);
    routes.addAll(FigureRoutes.of(models, limits));
    routes.addAll(RecordRoutes.of(models, limits));
    routes.addAll(HealthRoutes.of(models, stopping));
    routes.addAll(InferenceRoutes.of(models, limits));
    return HttpServer.of(
        options.text(ServeOption.HOST).orElseThrow(),
        options.integer(ServeOption.PORT),
        routes,
        limits(options),
        stopping,
        (where, failure) ->
            console.println("A request at %s failed: %s".formatted(where, failure)));
  }

  private static RequestLimits requestLimits(ServeOptions options) {
    return new RequestLimits(
        options.integer(ServeOption.MAX_RECORDS),
        options.integer(ServeOption.MAX_SAMPLES),
        options.integer(ServeOption.MAX_BINS),
        options.integer(ServeOption.MAX_ANSWER_BYTES));
  }

  private static Limits limits(ServeOptions options) {
    return new Limits(
        options.integer(ServeOption.MAX_BODY_BYTES),
        options.integer(ServeOption.MAX_HEADER_BYTES),
        options.integer(ServeOption.MAX_REQUESTS),
        options.integer(ServeOption.MAX_CONNECTIONS),
        options.number(ServeOption.DEADLINE_MILLIS),
        options.number(ServeOption.IDLE_SECONDS),
        options.number(ServeOption.BODY_SECONDS),
        options.number(ServeOption.STOP_SECONDS));
  }
}
