package io.credence.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.credence.cli.text.Printer;
import io.credence.server.http.HttpServer;
import io.credence.server.options.ServeOptions;
import io.credence.server.scoring.Models;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The real server on a port that is free, and a client that asks it. */
public final class TestServer implements AutoCloseable {

  private static final Path SAMPLES = Path.of("../../samples");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final Models models;
  private final Greeting greeting;
  private final ByteArrayOutputStream said;
  private final HttpClient client = HttpClient.newHttpClient();

  private TestServer(
      HttpServer server, Models models, ByteArrayOutputStream said, Greeting greeting) {
    this.greeting = greeting;
    this.server = server;
    this.models = models;
    this.said = said;
  }

  /** Starts it with options, beside that of the port. */
  public static TestServer of(String... options) throws IOException {
    List<String> arguments = new ArrayList<>(List.of(options));
    arguments.add("--port=0");
    List<String> problems = new ArrayList<>();
    ServeOptions parsed = ServeOptions.parse(arguments, problems);
    Models models = new ModelLoading(parsed, problems).load();
    assertThat(problems).isEmpty();
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    Printer console = new Printer(said, StandardCharsets.UTF_8);
    Composition composition = new Composition(parsed, problems, console);
    HttpServer server = composition.server(Objects.requireNonNull(models));
    assertThat(problems).isEmpty();
    Objects.requireNonNull(server);
    server.start();
    Greeting greeting = new Greeting(parsed, models, server.port(), composition.tls());
    return new TestServer(server, models, said, greeting);
  }

  /** Starts it with samples, the first of which answers where a request names none. */
  public static TestServer ofSamples(String... names) throws IOException {
    return of("--model=" + folders(names));
  }

  /** The folders of samples, with commas between them. */
  public static String folders(String... names) {
    return String.join(
        ",", List.of(names).stream().map(name -> SAMPLES.resolve(name).toString()).toList());
  }

  public Models models() {
    return models;
  }

  public int port() {
    return server.port();
  }

  /** What it says when it has started. */
  public List<String> greeting() {
    return greeting.lines();
  }

  /** What it printed. */
  public String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  /** Begins a request. */
  public HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
        .timeout(Duration.ofSeconds(20));
  }

  public HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public HttpResponse<String> get(String path) {
    return send(to(path));
  }

  public HttpResponse<String> post(String path, String body) {
    return send(
        to(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
  }

  /** What a request is answered with that is right. */
  public JsonNode ask(String path, String body) {
    HttpResponse<String> answer = post(path, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
    return json(answer);
  }

  /** What a request is answered with that is not, in the one shape that there is. */
  public JsonNode refused(int status, HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    JsonNode json = json(answer);
    assertThat(json.fieldNames())
        .toIterable()
        .containsExactly("error", "code", "field", "value", "expected");
    assertThat(json.get("error").isTextual()).isTrue();
    return json;
  }

  public static JsonNode json(HttpResponse<String> answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new IllegalStateException(answer.body(), e);
    }
  }

  @Override
  public void close() throws IOException {
    server.stop();
  }
}
