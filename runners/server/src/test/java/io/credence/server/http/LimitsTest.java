package io.credence.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.credence.server.TestServer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LimitsTest {

  private static final String POINT = "/predict/v1.0.0/point";
  private static final String RIGHT = "{\"data\": {\"x\": 5, \"category\": 2}}";

  private static TestServer with(String... options) throws IOException {
    String[] all = new String[options.length + 1];
    all[0] = "--model=" + TestServer.folders("category-slopes");
    System.arraycopy(options, 0, all, 1, options.length);
    return TestServer.of(all);
  }

  @Test
  void theDeadline() throws IOException {
    try (TestServer server = with("--deadlineMillis=1")) {
      String record = "{\"x\": 5, \"category\": 2}";
      String body =
          "{\"instances\": [%s], \"parameters\": {\"n_samples\": 10000}}"
              .formatted(String.join(",", Collections.nCopies(1_000, record)));
      JsonNode refusal =
          server.refused(503, server.post("/v1/models/category-slopes:predict", body));
      assertThat(refusal.get("code").asText()).isEqualTo("DEADLINE");
      assertThat(refusal.get("error").asText()).contains("1 ms", "of 1000 records");
    }
  }

  /**
   * One that does not send its body is at work; what comes besides is turned away, and no later
   * one.
   */
  @Test
  void requestsAtATime() throws Exception {
    try (TestServer server = with("--maxRequests=1")) {
      List<RawClient> slow = new ArrayList<>();
      HttpResponse<String> answer;
      do {
        // Its head may come while the request of before is at work, and is turned away itself then.
        slow.add(new RawClient(server.port()).send(RawClient.head(POINT, RIGHT.length()) + "{"));
        answer = server.post(POINT, RIGHT);
      } while (answer.statusCode() == 200);
      assertThat(server.refused(429, answer).get("code").asText()).isEqualTo("TOO_MANY_REQUESTS");
      assertThat(answer.headers().firstValue("Retry-After")).contains("1");
      assertThat(server.get("/health/live").statusCode()).isEqualTo(200);
      for (RawClient each : slow) {
        each.close();
      }
      while (server.post(POINT, RIGHT).statusCode() != 200) {
        // The end of the slow one has not been noticed yet.
      }
    }
  }

  /** Each byte is a sign of life, and none of them a request. */
  @Test
  void aHeadThatComesTooSlowly() throws Exception {
    try (TestServer server = with("--idleSeconds=1");
        RawClient slow = new RawClient(server.port())) {
      slow.send("GET /health/live HTTP/1.1\r\nHost: x\r\nX: ");
      CompletableFuture<Void> drip = drip(slow);
      assertThat(slow.rest()).isEmpty();
      drip.get(20, TimeUnit.SECONDS);
    }
  }

  /** A client that does not take its answer keeps no other from being served. */
  @Test
  void anAnswerThatIsReadTooSlowly() throws Exception {
    try (TestServer server = with("--answerSeconds=1", "--maxRequests=1");
        RawClient slow = new RawClient(server.port())) {
      slow.send(RawClient.muchOfSlopes()).awaitAnswer();
      assertThat(server.post(POINT, RIGHT).statusCode()).isEqualTo(429);
      while (server.post(POINT, RIGHT).statusCode() != 200) {
        // The server has more patience.
      }
    }
  }

  private static CompletableFuture<Void> drip(RawClient slow) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            while (true) {
              slow.send(" ");
              TimeUnit.MILLISECONDS.sleep(100);
            }
          } catch (IOException | InterruptedException e) {
            // The server has closed the connection.
          }
        });
  }

  @Test
  void aBodyThatComesTooSlowly() throws Exception {
    try (TestServer server = with("--bodySeconds=1", "--idleSeconds=30");
        RawClient slow = new RawClient(server.port())) {
      slow.send(RawClient.head(POINT, 1_000));
      CompletableFuture<Void> drip = drip(slow);
      assertThat(slow.rest()).startsWith("HTTP/1.1 408").contains("within 1 s");
      drip.get(20, TimeUnit.SECONDS);
    }
  }

  @Test
  void aConnectionOnWhichNothingMoves() throws Exception {
    try (TestServer server = with("--idleSeconds=1")) {
      try (RawClient silent = new RawClient(server.port())) {
        assertThat(silent.rest()).isEmpty();
      }
      try (RawClient half = new RawClient(server.port())) {
        half.send(RawClient.head(POINT, 1_000));
        assertThat(half.rest()).startsWith("HTTP/1.1 408");
      }
    }
  }

  @Test
  void answers() throws IOException {
    try (TestServer server = with("--maxAnswerBytes=4096")) {
      JsonNode refusal =
          server.refused(
              422,
              server.post(
                  "/v1/models/category-slopes:predict",
                  "{\"parameters\": {\"bins\": 1000}, \"instances\": [{\"x\": 5, \"category\":"
                      + " 2}]}"));
      assertThat(refusal.get("code").asText()).isEqualTo("ANSWER_TOO_LARGE");
    }
  }

  /** What was accepted is answered; what comes afterwards finds no one. */
  @Test
  void aStopAnswersWhatWasAccepted() throws Exception {
    TestServer server = with();
    try (RawClient client = new RawClient(server.port())) {
      client.send(RawClient.head(POINT, RIGHT.length()) + RIGHT.substring(0, 5));
      while (server.post(POINT, RIGHT).statusCode() != 200) {
        // Once this one is answered, the head before it has been read.
      }
      CompletableFuture<Void> stop =
          CompletableFuture.runAsync(
              () -> {
                try {
                  server.close();
                } catch (IOException e) {
                  throw new IllegalStateException(e);
                }
              });
      client.send(RIGHT.substring(5));
      assertThat(client.rest()).startsWith("HTTP/1.1 200").contains("y_pred");
      stop.get(20, TimeUnit.SECONDS);
    }
  }
}
