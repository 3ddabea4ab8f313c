package io.credence.server.http;

import io.credence.server.json.Json;
import io.credence.server.refusal.Refusal;
import io.credence.server.refusal.RefusalJson;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a request is answered with. What its body is made of is shared, and must not be changed. */
public final class Answer {

  private static final int OK = 200;
  private static final String JSON = "application/json";

  private final int status;
  private final String type;
  private final List<ByteBuffer> body;
  private final Map<String, String> headers;

  private Answer(int status, String type, List<ByteBuffer> body, Map<String, String> headers) {
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
    return of(JSON, json);
  }

  /** JSON in parts, of which none is empty. */
  public static Answer json(List<ByteBuffer> parts) {
    return new Answer(OK, JSON, parts, Map.of());
  }

  /** The answer to a request that is refused. */
  static Answer of(Refusal refusal) {
    Answer answer = json(out -> RefusalJson.fields(refusal, out)).withStatus(refusal.status());
    return refusal.passes() ? answer.withHeader("Retry-After", "1") : answer;
  }

  /** A body of a type. */
  public static Answer of(String type, byte[] body) {
    return new Answer(OK, type, List.of(ByteBuffer.wrap(body)), Map.of());
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

  /** Each for the caller alone, as a view of what is shared. */
  Iterator<ByteBuffer> body() {
    return body.stream().map(ByteBuffer::asReadOnlyBuffer).iterator();
  }

  /** In bytes. */
  int length() {
    return body.stream().mapToInt(ByteBuffer::remaining).sum();
  }
}
