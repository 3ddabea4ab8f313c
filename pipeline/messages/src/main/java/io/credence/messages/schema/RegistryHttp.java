package io.credence.messages.schema;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Asks a registry over HTTP, and gives up on one that does not answer. */
final class RegistryHttp {

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(10);

  /** How much longer than its beginning an answer may take as a whole. */
  private static final int WHOLE_ANSWER = 3;

  private static final String TYPE = "application/vnd.schemaregistry.v1+json";

  /** As Confluent's clients name it among the settings of Kafka's, and by itself. */
  private static final List<String> USER_INFO =
      List.of("schema.registry.basic.auth.user.info", "basic.auth.user.info");

  private static final int SHOWN = 200;

  /** No schema is as large; what is might be anything, and is not worth the memory. */
  private static final long MAX_BYTES = 16 << 20;

  /**
   * One for each instance and none for the JVM: its thread ends with it, and would else keep the
   * classes of a job that is over.
   */
  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(CONNECT)
          // Else each request offers to change to version 2, which not every proxy bears.
          .version(HttpClient.Version.HTTP_1_1)
          .build();

  private final String url;
  private final Duration patience;
  private final @Nullable String authorization;

  RegistryHttp(URI url, Map<String, ?> settings) {
    this(url, settings, ANSWER);
  }

  /**
   * @param patience how long an answer may take to begin; to its end, three times that
   */
  RegistryHttp(URI url, Map<String, ?> settings, Duration patience) {
    this.patience = patience;
    this.url = url.toString().replaceFirst("/+$", "");
    this.authorization = authorization(settings);
  }

  private static @Nullable String authorization(Map<String, ?> settings) {
    for (String name : USER_INFO) {
      Object userInfo = settings.get(name);
      if (userInfo != null) {
        if (userInfo.toString().indexOf(':') < 1) {
          throw new IllegalArgumentException(
              "--kafkaProperties: %s must be USER:PASSWORD".formatted(name));
        }
        byte[] bytes = userInfo.toString().getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(bytes);
      }
    }
    return null;
  }

  /**
   * What a registry said.
   *
   * @param question what it was asked, to tell about it
   */
  record Answer(String question, int status, String body) {

    boolean isGood() {
      return status == 200;
    }

    String complaint() {
      String reason =
          switch (status) {
            case 401, 403 ->
                "; user and password are basic.auth.user.info in the file of --kafkaProperties";
            case 404 -> "; is this where its Confluent-compatible API begins?";
            default -> "";
          };
      String shown = body.length() > SHOWN ? body.substring(0, SHOWN) + "…" : body;
      return "The registry answers %s to %s%s: %s"
          .formatted(status, question, reason, shown.replaceAll("\\s+", " "));
    }
  }

  Answer get(String path) throws IOException {
    return send("GET", path, HttpRequest.BodyPublishers.noBody());
  }

  Answer post(String path, String json) throws IOException {
    return send("POST", path, HttpRequest.BodyPublishers.ofString(json));
  }

  private Answer send(String method, String path, HttpRequest.BodyPublisher body)
      throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + path))
            .timeout(patience)
            .header("Accept", TYPE + ", application/json")
            .header("Content-Type", TYPE)
            .method(method, body);
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    HttpResponse<String> response = response(request.build());
    return new Answer(method + " " + url + path, response.statusCode(), response.body());
  }

  /** The whole answer. The limit of a request is but for its beginning. */
  private HttpResponse<String> response(HttpRequest request) throws IOException {
    CompletableFuture<HttpResponse<String>> answer =
        client.sendAsync(request, head -> new LimitedText(MAX_BYTES));
    try {
      return answer.get(patience.toMillis() * WHOLE_ANSWER, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Interrupted while waiting for the registry at " + url);
    } catch (ExecutionException e) {
      Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
      String reason =
          Objects.requireNonNullElse(cause.getMessage(), cause.getClass().getSimpleName());
      throw new IOException("No registry answers at %s: %s".formatted(url, reason), cause);
    } catch (TimeoutException e) {
      throw new IOException(
          "The registry at %s does not finish its answer in time".formatted(url), e);
    } finally {
      answer.cancel(true);
    }
  }
}
