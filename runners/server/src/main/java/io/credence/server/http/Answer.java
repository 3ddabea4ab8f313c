package io.credence.server.http;

import io.credence.server.json.Json;
import io.credence.server.refusal.Refusal;
import io.credence.server.refusal.RefusalJson;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a request is answered with. The array is shared, and must not be changed. */
public final class Answer {

  private static final int OK = 200;
  private static final String JSON = "application/json";

  private final int status;
  private final String type;
  private final byte[] body;
  private final Map<String, String> headers;

  private Answer(int status, String type, byte[] body, Map<String, String> headers) {
    this.status = status;
    this.type = type;
    this.body = body;
    this.headers = headers;
  }

  /** An object of JSON with these fields. */
  public static Answer json(Json.Writer fields) {
    return json(Json.object(fields));
  }

  /** JSON. */
  public static Answer json(byte[] json) {
    return json(OK, json);
  }

  private static Answer json(int status, byte[] json) {
    return new Answer(status, JSON, json, Map.of());
  }

  /** The answer to a request that is refused. */
  static Answer of(Refusal refusal) {
    return json(refusal.status(), Json.object(out -> RefusalJson.fields(refusal, out)));
  }

  /** A body of a type. */
  public static Answer of(String type, byte[] body) {
    return new Answer(OK, type, body, Map.of());
  }

  /** The same with another status. */
  public Answer withStatus(int other) {
    return new Answer(other, type, body, headers);
  }

  /** The same with a header. */
  public Answer withHeader(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Answer(status, type, body, more);
  }

  Map<String, String> headers() {
    return Collections.unmodifiableMap(headers);
  }

  int status() {
    return status;
  }

  String type() {
    return type;
  }

  byte[] body() {
    return body;
  }
}
