package io.credence.server.http;

import io.credence.server.refusal.Code;
import io.credence.server.refusal.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MimeTypes;
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

  private final List<Route> routes;
  private final Limits limits;
  private final Stopping stopping;
  private final Failures failures;
  private final AtomicInteger atWork = new AtomicInteger();

  Gate(List<Route> routes, Limits limits, Stopping stopping, Failures failures) {
    this.routes = List.copyOf(routes);
    this.limits = limits;
    this.stopping = stopping;
    this.failures = failures;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Exchange exchange = new Exchange(request, response, callback, failures);
    if (stopping.hasBegun()) {
      exchange.header(HttpHeader.CONNECTION, "close");
    }
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
    for (Route route : routes) {
      List<@Nullable String> names = route.names(path);
      if (names != null && route.takes(request.getMethod())) {
        take(exchange, request, route, names);
        return;
      }
      if (names != null) {
        others.add(route.method());
      }
    }
    if (others.isEmpty()) {
      throw Refusal.of(Code.NOT_FOUND, "There is nothing at this path; GET / says what there is");
    }
    String allowed = String.join(", ", others);
    exchange.header(HttpHeader.ALLOW, allowed);
    throw Refusal.of(
        Code.METHOD_NOT_ALLOWED,
        "%s is asked with %s, not with %s".formatted(path, allowed, request.getMethod()));
  }

  private void take(Exchange exchange, Request request, Route route, List<@Nullable String> names)
      throws Refusal {
    if (!route.hasBody()) {
      exchange.answer(route, new Call(names, new byte[0], Deadline.in(limits.deadlineMillis())));
      return;
    }
    requireJson(request);
    exchange.limitTo(limits.maxRequests(), atWork);
    new BodyReader(request, limits) {
      @Override
      void whole(byte[] body) {
        exchange.answer(route, new Call(names, body, Deadline.in(limits.deadlineMillis())));
      }

      @Override
      void refused(Refusal refusal) {
        exchange.refuse(refusal);
      }
    }.begin();
  }

  private static void requireJson(Request request) throws Refusal {
    String encoding = request.getHeaders().get(HttpHeader.CONTENT_ENCODING);
    if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
      throw Refusal.of(
          Code.UNSUPPORTED_MEDIA_TYPE,
          "The body must not be compressed, but its Content-Encoding is " + encoding);
    }
    String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
    if (type == null) {
      throw Refusal.of(
          Code.UNSUPPORTED_MEDIA_TYPE,
          "The Content-Type must be application/json, but there is none");
    }
    String bare = MimeTypes.getContentTypeWithoutCharset(type).strip().toLowerCase(Locale.ROOT);
    String charset = MimeTypes.getCharsetFromContentType(type);
    if (!bare.equals("application/json") || (charset != null && !charset.equals("utf-8"))) {
      throw Refusal.of(
          Code.UNSUPPORTED_MEDIA_TYPE,
          "The Content-Type must be application/json in UTF-8, but is " + type);
    }
  }
}
