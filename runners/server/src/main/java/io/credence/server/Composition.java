package io.credence.server;

import io.credence.cli.text.Printer;
import io.credence.server.access.AccessLog;
import io.credence.server.feedback.Feedback;
import io.credence.server.feedback.LabelStore;
import io.credence.server.figure.FigureRoutes;
import io.credence.server.http.Address;
import io.credence.server.http.Doorkeeper;
import io.credence.server.http.Failures;
import io.credence.server.http.HttpServer;
import io.credence.server.http.Limits;
import io.credence.server.http.Observer;
import io.credence.server.http.Route;
import io.credence.server.http.Service;
import io.credence.server.http.Stopping;
import io.credence.server.http.Tls;
import io.credence.server.inference.InferenceRoutes;
import io.credence.server.operations.HealthRoutes;
import io.credence.server.operations.Metrics;
import io.credence.server.operations.OpenApi;
import io.credence.server.options.ServeOption;
import io.credence.server.options.ServeOptions;
import io.credence.server.page.PageRoutes;
import io.credence.server.records.RecordRoutes;
import io.credence.server.scoring.Models;
import io.credence.server.scoring.RequestLimits;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts the server together: what answers at which path, to whom, within which limits. */
final class Composition {

  private final ServeOptions options;
  private final List<String> problems;
  private final Failures failures;
  private final Clock clock = Clock.systemUTC();
  private final List<Route> routes = new ArrayList<>();
  private final List<Observer> observers = new ArrayList<>();
  private @Nullable Tls tls;

  /**
   * @param problems receives a line for each fault of an option
   */
  Composition(ServeOptions options, List<String> problems, Printer console) {
    this.options = options;
    this.problems = problems;
    this.failures =
        (where, failure) -> console.println("Failed at %s: %s".formatted(where, failure));
  }

  /** The server; null when there is a fault, which was reported. */
  @Nullable HttpServer server(Models models) {
    Stopping stopping = new Stopping();
    RequestLimits limits = requestLimits();
    Metrics metrics = new Metrics(models);
    observers.add(metrics);
    routes.addAll(FigureRoutes.of(models, limits));
    routes.addAll(PageRoutes.of(models, limits));
    routes.addAll(RecordRoutes.of(models, limits));
    routes.addAll(InferenceRoutes.of(models, limits));
    routes.addAll(HealthRoutes.of(models, stopping));
    routes.add(metrics.route());
    boolean takesFeedback = addFeedback(models);
    routes.addAll(new OpenApi(models, limits, takesFeedback).routes());
    addAccessLog();
    AccessOptions access = new AccessOptions(options, problems);
    Doorkeeper doorkeeper = access.doorkeeper();
    Address address = access.address();
    tls = address.tls();
    return problems.isEmpty()
        ? HttpServer.of(
            address, new Service(routes, doorkeeper, observers, failures), limits(), stopping)
        : null;
  }

  /** How connections of the server are encrypted; null where they are not. */
  @Nullable Tls tls() {
    return tls;
  }

  private boolean addFeedback(Models models) {
    LabelStore store = new FeedbackOptions(options, problems, clock).store();
    if (store != null) {
      routes.add(new Feedback(models, store, clock, failures).route());
    }
    return store != null;
  }

  private void addAccessLog() {
    boolean bodies = options.is(ServeOption.LOG_BODIES);
    Optional<String> file = options.text(ServeOption.ACCESS_LOG);
    if (file.isEmpty()) {
      if (bodies) {
        problems.add("--logBodies needs --accessLog, in which they would be written");
      }
      return;
    }
    try {
      FileOutputStream to =
          file.get().equals("-")
              ? new FileOutputStream(FileDescriptor.out)
              : new FileOutputStream(file.get(), true);
      observers.add(new AccessLog(to, bodies, clock, failures));
    } catch (IOException e) {
      problems.add("--accessLog=%s: %s".formatted(file.get(), FileFailures.line(e)));
    }
  }

  private RequestLimits requestLimits() {
    return new RequestLimits(
        options.integer(ServeOption.MAX_RECORDS),
        options.integer(ServeOption.MAX_SAMPLES),
        options.integer(ServeOption.MAX_BINS),
        options.integer(ServeOption.MAX_ANSWER_BYTES));
  }

  private Limits limits() {
    return new Limits(
        options.integer(ServeOption.MAX_BODY_BYTES),
        options.integer(ServeOption.MAX_HEADER_BYTES),
        options.integer(ServeOption.MAX_REQUESTS),
        options.integer(ServeOption.MAX_CONNECTIONS),
        options
            .text(ServeOption.MAX_MEMORY_BYTES)
            .map(Long::valueOf)
            .orElse(Runtime.getRuntime().maxMemory() / 2),
        options.number(ServeOption.DEADLINE_MILLIS),
        options.number(ServeOption.IDLE_SECONDS),
        options.number(ServeOption.BODY_SECONDS),
        options.number(ServeOption.ANSWER_SECONDS),
        options.number(ServeOption.DRAIN_SECONDS),
        options.number(ServeOption.STOP_SECONDS));
  }
}
