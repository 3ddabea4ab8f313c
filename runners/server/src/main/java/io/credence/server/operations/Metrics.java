package io.credence.server.operations;

import io.credence.deadletter.DeadLetterCode;
import io.credence.server.http.Answer;
import io.credence.server.http.Ended;
import io.credence.server.http.Observer;
import io.credence.server.http.Route;
import io.credence.server.scoring.Models;
import io.credence.server.scoring.ServedModel;
import io.credence.server.scoring.SwapTally;
import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.ToLongFunction;

/**
 * Figures of the server's work, in Prometheus' format. Labels are words for routes, statuses, codes
 * and the models that are served: never anything that a client sends, so that there are only so
 * many of them.
 */
public final class Metrics implements Observer {

  private static final double NANOS_PER_SECOND = 1e9;
  private static final double[] SECONDS = {
    0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5
  };

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final PrometheusTextFormatWriter writer = PrometheusTextFormatWriter.create();
  private final Counter requests =
      Counter.builder()
          .name("credence_requests_total")
          .help("Requests that were answered.")
          .labelNames("route", "status")
          .register(registry);
  private final Histogram seconds =
      Histogram.builder()
          .name("credence_request_seconds")
          .help("From the arrival of a request's head to the end of its answer.")
          .labelNames("route")
          .classicOnly()
          .classicUpperBounds(SECONDS)
          .register(registry);

  /** Figures of the models that are served at the time when they are asked for. */
  public Metrics(Models models) {
    CounterWithCallback.builder()
        .name("credence_records_scored_total")
        .help("Records that were scored.")
        .labelNames("model", "version")
        .callback(
            counter ->
                models
                    .all()
                    .forEach(
                        each ->
                            counter.call(
                                (double) each.tally().scoredCount(), name(each), version(each))))
        .register(registry);
    CounterWithCallback.builder()
        .name("credence_dead_letters_total")
        .help("Records that could not be scored, by the code of their dead letter.")
        .labelNames("model", "version", "code")
        .callback(counter -> models.all().forEach(each -> deadLetters(each, counter)))
        .register(registry);
    perModel(
        models,
        "credence_model_swaps_total",
        "New versions of a model that took the place of the old one.",
        SwapTally::doneCount);
    perModel(
        models,
        "credence_model_swaps_refused_total",
        "New versions of a model that were refused, or could not be looked for.",
        SwapTally::refusedCount);
    GaugeWithCallback.builder()
        .name("credence_model_info")
        .help("The models that are served.")
        .labelNames("model", "version", "digest")
        .callback(
            gauge ->
                models
                    .all()
                    .forEach(each -> gauge.call(1, name(each), version(each), each.digest())))
        .register(registry);
  }

  private void perModel(Models models, String name, String help, ToLongFunction<SwapTally> figure) {
    CounterWithCallback.builder()
        .name(name)
        .help(help)
        .labelNames("model")
        .callback(
            counter -> {
              for (ServedModel each : models.all()) {
                SwapTally swaps = models.swaps(name(each));
                counter.call((double) figure.applyAsLong(swaps), name(each));
              }
            })
        .register(registry);
  }

  private static void deadLetters(ServedModel model, CounterWithCallback.Callback counter) {
    for (DeadLetterCode code : DeadLetterCode.values()) {
      counter.call(
          (double) model.tally().deadLetterCount(code), name(model), version(model), code.name());
    }
  }

  private static String name(ServedModel model) {
    return model.model().name();
  }

  private static String version(ServedModel model) {
    return model.model().version();
  }

  @Override
  public void ended(Ended request) {
    requests.labelValues(request.route(), Integer.toString(request.status())).inc();
    seconds.labelValues(request.route()).observe(request.nanos() / NANOS_PER_SECOND);
  }

  /** The route to them. */
  public Route route() {
    return Route.get("metrics", "/metrics", call -> answer());
  }

  private Answer answer() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      writer.write(bytes, registry.scrape(), EscapingScheme.UNDERSCORE_ESCAPING);
    } catch (IOException e) {
      throw new UncheckedIOException("To memory, all can be written", e);
    }
    return Answer.of(writer.getContentType(), bytes.toByteArray());
  }
}
