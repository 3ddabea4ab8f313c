package io.credence.cluster.serving;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.credence.kit.process.Eventually;
import io.credence.kit.process.ManagedProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A page of headless Chromium, which is driven by its protocol for developers. */
final class Browser implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Pattern LISTENS = Pattern.compile("DevTools listening on ws://([^/]+)/");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ManagedProcess process;
  private final HttpClient client = HttpClient.newHttpClient();
  private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
  private final WebSocket page;
  private int commands;

  /** Where a Chromium is on this machine, by its usual names; empty when there is none. */
  static Optional<Path> find() {
    return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator, -1))
        .flatMap(
            folder ->
                Stream.of(
                        "chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
                    .map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /**
   * Starts it with an empty page.
   *
   * @param folder for its profile and its log
   */
  Browser(Path chromium, Path folder) throws Exception {
    // Its sandbox wants rights that containers do not have; it sees no page but ours.
    List<String> command =
        List.of(
            chromium.toString(),
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--remote-debugging-port=0",
            "--user-data-dir=" + folder.resolve("chromium"),
            "about:blank");
    this.process = ManagedProcess.start("chromium", folder.resolve("chromium.log"), command);
    String address =
        Eventually.get("Chromium listens", PATIENCE, List.of(process), () -> address(process));
    URI list = URI.create("http://" + address + "/json/list");
    JsonNode targets =
        JSON.readTree(
            client.send(HttpRequest.newBuilder(list).build(), BodyHandlers.ofString()).body());
    this.page =
        client
            .newWebSocketBuilder()
            .buildAsync(
                URI.create(targets.get(0).get("webSocketDebuggerUrl").asText()), new Listener())
            .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  private static Optional<String> address(ManagedProcess process) {
    Matcher found = LISTENS.matcher(process.text());
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }

  /** Puts whole messages into the queue. */
  private final class Listener implements WebSocket.Listener {

    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        messages.add(text.toString());
        text.setLength(0);
      }
      socket.request(1);
      return java.util.concurrent.CompletableFuture.completedFuture(null);
    }
  }

  /** The result of a command of the protocol. */
  private JsonNode run(String method, Map<String, ?> parameters) throws IOException {
    ObjectNode command = JSON.createObjectNode();
    command.put("id", ++commands).put("method", method);
    command.set("params", JSON.valueToTree(parameters));
    page.sendText(command.toString(), true)
        .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
        .join();
    while (true) {
      String message = next();
      if (message == null) {
        throw new IOException("No answer to " + method + ": " + process.text());
      }
      JsonNode answer = JSON.readTree(message);
      if (answer.path("id").asInt() == commands) {
        return answer.get("result");
      }
    }
  }

  private @Nullable String next() throws IOException {
    try {
      return messages.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while the browser works", e);
    }
  }

  /** Sets its size, and whether its user prefers dark colours. */
  void look(int width, int height, String colours) throws IOException {
    run(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    run(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", colours))));
  }

  void open(String address) throws IOException {
    run("Page.navigate", Map.of("url", address));
    await("document.readyState == 'complete' && location.href == '" + address + "'");
  }

  /** The value of an expression of the page's script. */
  JsonNode value(String expression) throws IOException {
    return run("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true))
        .path("result")
        .path("value");
  }

  void await(String condition) {
    Eventually.await(condition, PATIENCE, List.of(process), () -> value(condition).asBoolean());
  }

  /** Puts a picture of the page into a file. */
  void photograph(Path file) throws IOException {
    JsonNode picture = run("Page.captureScreenshot", Map.of("captureBeyondViewport", true));
    Files.createDirectories(file.getParent());
    Files.write(file, Base64.getDecoder().decode(picture.get("data").asText()));
  }

  @Override
  public void close() {
    page.abort();
    // What is found on the path is often a script, whose end would leave the browser behind.
    ProcessHandle.of(process.pid()).stream()
        .flatMap(ProcessHandle::descendants)
        .forEach(ProcessHandle::destroyForcibly);
    process.kill();
  }
}
