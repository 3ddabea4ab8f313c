package io.credence.server.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.credence.server.http.Ended;
import io.credence.server.http.Failures;
import io.credence.server.http.Observer;
import io.credence.server.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.Clock;

/**
 * Writes a line of JSON for each request. It has no values of features, unless bodies are asked
 * for.
 */
public final class AccessLog implements Observer {

  private static final double NANOS_PER_MILLI = 1e6;

  private final OutputStream to;
  private final boolean bodies;
  private final Clock clock;
  private final Failures failures;

  public AccessLog(OutputStream to, boolean bodies, Clock clock, Failures failures) {
    this.to = to;
    this.bodies = bodies;
    this.clock = clock;
    this.failures = failures;
  }

  @Override
  public void ended(Ended request) {
    byte[] object =
        Json.object(
            out -> {
              out.writeStringField("time", clock.instant().toString());
              out.writeStringField("client", request.client());
              out.writeStringField("method", request.method());
              out.writeStringField("path", request.path());
              out.writeStringField("route", request.route());
              out.writeNumberField("status", request.status());
              out.writeNumberField("millis", request.nanos() / NANOS_PER_MILLI);
              out.writeNumberField("answer_bytes", request.answerBytes());
              ByteBuffer body = request.body();
              if (bodies && body != null) {
                out.writeStringField("body", UTF_8.decode(body.duplicate()).toString());
              }
            });
    write(object);
  }

  /** Whole lines, since several threads write. */
  private synchronized void write(byte[] object) {
    try {
      to.write(object);
      to.write('\n');
      to.flush();
    } catch (IOException e) {
      failures.report("the access log", e);
    }
  }
}
