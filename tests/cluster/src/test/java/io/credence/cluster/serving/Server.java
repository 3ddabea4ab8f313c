package io.credence.cluster.serving;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.credence.kit.process.Checkout;
import io.credence.kit.process.Eventually;
import io.credence.kit.process.Jvm;
import io.credence.kit.process.ManagedProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server that has started, and a client that asks it. */
final class Server implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Pattern LISTENS =
      Pattern.compile("Listens at http://127\\.0\\.0\\.1:(\\d+)");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ManagedProcess process;
  private final int port;
  private final HttpClient client = HttpClient.newHttpClient();

  private Server(ManagedProcess process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts one at a port that is free.
   *
   * @param folder for its log
   */
  static Server start(Path folder, Path model, String... options) throws IOException {
    return start(folder, Map.of(), model.toString(), options);
  }

  /**
   * The same with a model that may be elsewhere.
   *
   * @param environment variables, beside those of this process
   */
  static Server start(Path folder, Map<String, String> environment, String model, String... options)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(Checkout.JAVA.toString()));
    command.addAll(Jvm.FOR_SECONDS.options());
    command.addAll(List.of("-jar", Checkout.SERVER_JAR.toString()));
    command.addAll(List.of("serve", "--model=" + model, "--port=0", "--deadlineMillis=60000"));
    command.addAll(List.of(options));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    Path log = Files.createTempFile(folder, "server-", ".log");
    ManagedProcess process = ManagedProcess.start("server", log, builder);
    int port = Eventually.get("a server", PATIENCE, List.of(process), () -> portIn(process.text()));
    return new Server(process, port);
  }

  private static Optional<Integer> portIn(String said) {
    Matcher found = LISTENS.matcher(said);
    return found.find() ? Optional.of(Integer.valueOf(found.group(1))) : Optional.empty();
  }

  ManagedProcess process() {
    return process;
  }

  int port() {
    return port;
  }

  /** The answer to a request that may be refused. */
  HttpResponse<String> post(String path, String body) throws IOException {
    return send(
        to(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
  }

  /** The answer to a request that is right. */
  JsonNode ask(String path, JsonNode body) throws IOException {
    return answered(path, post(path, body.toString()));
  }

  JsonNode get(String path) throws IOException {
    return answered(path, send(to(path)));
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).timeout(PATIENCE);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static JsonNode answered(String path, HttpResponse<String> answer) throws IOException {
    if (answer.statusCode() != 200) {
      throw new IOException("%s: %s %s".formatted(path, answer.statusCode(), answer.body()));
    }
    return JSON.readTree(answer.body());
  }

  @Override
  public void close() {
    process.kill();
  }
}
