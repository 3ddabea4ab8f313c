package io.credence.messages.schema;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A registry of our own, over HTTP: that part of Confluent's API which ours uses, with its codes.
 * No registry can be had as a jar.
 */
public final class TestRegistry implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String BASE = "/apis/ccompat/v7";

  static {
    // Else each answer on a connection that is kept waits 40 ms for the one before (JDK-6968351).
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  /** What was asked, in order. */
  public final List<String> asked = new CopyOnWriteArrayList<>();

  private final HttpServer server;
  private final List<ObjectNode> schemas = new ArrayList<>();
  private final Map<String, List<Integer>> subjects = new TreeMap<>();
  private volatile @Nullable String authorization;
  private volatile int broken;
  private volatile int padding;

  public TestRegistry() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + BASE);
  }

  public URI elsewhere() {
    return url().resolve("/elsewhere");
  }

  /** Lets those in alone who have this header. */
  public void require(String header) {
    authorization = header;
  }

  /** Answers everything with a status; 0 to answer again. */
  public void breakWith(int status) {
    broken = status;
  }

  /** Puts so many blanks behind each answer. */
  public void pad(int blanks) {
    padding = blanks;
  }

  public int add(String subject, Schema schema) {
    return add(subject, JSON.createObjectNode().put("schema", schema.toString()));
  }

  public synchronized int add(String subject, ObjectNode schema) {
    int id = schemas.indexOf(schema) + 1;
    if (id == 0) {
      schemas.add(schema);
      id = schemas.size();
    }
    List<Integer> versions = subjects.computeIfAbsent(subject, name -> new ArrayList<>());
    if (!versions.contains(id)) {
      versions.add(id);
    }
    return id;
  }

  public synchronized Schema schema(int id) {
    return new Schema.Parser().parse(schemas.get(id - 1).path("schema").asText());
  }

  public synchronized List<Integer> versions(String subject) {
    return List.copyOf(subjects.getOrDefault(subject, List.of()));
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    asked.add(exchange.getRequestMethod() + " " + path.replaceFirst(BASE, ""));
    String given = exchange.getRequestHeaders().getFirst("Authorization");
    if (broken != 0) {
      error(exchange, broken, 50001);
    } else if (authorization != null && !authorization.equals(given)) {
      error(exchange, 401, 40101);
    } else if (!path.startsWith(BASE)) {
      send(exchange, 404, "<html>nothing here</html>");
    } else {
      answer(exchange, path.substring(BASE.length()));
    }
  }

  private synchronized void answer(HttpExchange exchange, String path) throws IOException {
    String[] parts = path.split("/", -1);
    if (path.equals("/schemas/types")) {
      send(exchange, 200, "[\"AVRO\"]");
    } else if (path.startsWith("/schemas/ids/")) {
      schema(exchange, parts[3]);
    } else if (exchange.getRequestMethod().equals("POST") && path.endsWith("/versions")) {
      register(exchange, parts[2]);
    } else if (path.startsWith("/subjects/")) {
      int id = versions(parts[2]).get(Integer.parseInt(parts[4]) - 1);
      send(exchange, 200, schemas.get(id - 1).toString());
    } else {
      error(exchange, 404, 404);
    }
  }

  private void schema(HttpExchange exchange, String id) throws IOException {
    int number = Integer.parseInt(id);
    if (number < 1 || number > schemas.size()) {
      error(exchange, 404, 40403);
    } else {
      send(exchange, 200, schemas.get(number - 1).toString());
    }
  }

  private void register(HttpExchange exchange, String subject) throws IOException {
    JsonNode request = JSON.readTree(exchange.getRequestBody());
    try {
      Schema schema = new Schema.Parser().parse(request.path("schema").asText());
      send(exchange, 200, "{\"id\": " + add(subject, schema) + "}");
    } catch (AvroRuntimeException e) {
      error(exchange, 422, 42201);
    }
  }

  private void error(HttpExchange exchange, int status, int code) throws IOException {
    send(
        exchange,
        status,
        String.format(Locale.ROOT, "{\"error_code\": %d, \"message\": \"no\"}", code));
  }

  private void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = (body + " ".repeat(padding)).getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
