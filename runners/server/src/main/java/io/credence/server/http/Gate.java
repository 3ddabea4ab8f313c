package io.credence.server.http;

import io.credence.server.refusal.Code;
import io.credence.server.refusal.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Takes each request to its route, or refuses it: before its body is read where that can be told,
 * and at most so many at a time.
 */
final class Gate extends Handler.Abstract {

  private static final String API_KEY = "X-API-Key";
  private static final byte[] NO_BODY = {};

  private final Service service;
  private final Limits limits;
  private final Stopping stopping;
  private final Visits visits;
  private final AtomicInteger atWork = new AtomicInteger();
  private final Room room;

  Gate(Service service, Limits limits, Stopping stopping, Visits visits) {
    this.service = service;
    this.limits = limits;
    this.stopping = stopping;
    this.visits = visits;
    this.room = new Room(limits.memoryBytes());
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Exchange exchange =
        new Exchange(request, response, callback, service.failures(), visits.of(request), stopping);
    service.observers().forEach(exchange::observe);
    try {
      take(exchange, request);
    } catch (Refusal e) {
      exchange.refuse(e);
    }
    return true;
  }

  private void take(Exchange exchange, Request request) throws Refusal {
    String path = request.getHttpURI().getDecodedPath();
    List<String> others = new ArrayList<>();
    for (Route route : service.routes()) {
      List<@Nullable String> names = route.names(path);
      if (names != null && route.takes(request.getMethod())) {
        exchange.goTo(route);
        take(exchange, request, route, names);
        return;
      }
      if (names != null) {
        others.add(route.method());
      }
    }
    // Who has no key is not told either what there is.
    letIn(exchange, request);
    if (others.isEmpty()) {
      throw Refusal.of(
          Code.NOT_FOUND, "There is nothing at this path; GET /openapi.json says what there is");
    }
    String allowed = String.join(", ", others);
    exchange.header(HttpHeader.ALLOW, allowed);
    throw Refusal.of(
        Code.METHOD_NOT_ALLOWED,
        "This path is asked with %s, not with %s".formatted(allowed, request.getMethod()));
  }

  private void take(Exchange exchange, Request request, Route route, List<@Nullable String> names)
      throws Refusal {
    if (!route.isOpen()) {
      letIn(exchange, request);
    }
    MediaType body = route.body();
    Room.Share share = exchange.shareOf(room);
    if (body == null) {
      exchange.answer(route.endpoint(), call(names, NO_BODY, share));
      return;
    }
    body.require(request);
    exchange.limitTo(limits.maxRequests(), atWork);
    new BodyReader(request, limits, share) {
      @Override
      void whole(byte[] body) {
        exchange.answer(route.endpoint(), call(names, body, share));
      }

      @Override
      void refused(Refusal refusal) {
        exchange.refuse(refusal);
      }
    }.begin();
  }

  private Call call(List<@Nullable String> names, byte[] body, Room.Share share) {
    return new Call(names, body, Deadline.in(limits.deadlineMillis()), share);
  }

  private void letIn(Exchange exchange, Request request) throws Refusal {
    try {
      service
          .doorkeeper()
          .letIn(
              request.getHeaders().get(HttpHeader.AUTHORIZATION),
              request.getHeaders().get(API_KEY));
    } catch (Refusal e) {
      exchange.header(HttpHeader.WWW_AUTHENTICATE, "Bearer");
      throw e;
    }
  }
}
