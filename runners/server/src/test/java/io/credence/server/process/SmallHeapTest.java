package io.credence.server.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.credence.server.TestServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is asked for together is more than the heap holds: some of it is refused, and no more. */
@Timeout(120)
class SmallHeapTest {

  private static final int CLIENTS = 12;
  private static final int TIMES = 4;
  private static final String RECORDS = "/v1/models/category-slopes:predict";
  private static final String TENSORS = "/v2/models/category-slopes/infer";

  private final HttpClient http = HttpClient.newHttpClient();
  private final Set<String> refusals = new ConcurrentSkipListSet<>();

  @Test
  void whatHoldsMuch(@TempDir Path folder) throws Exception {
    try (ServerProcess server =
        ServerProcess.start(
            folder.resolve("log"),
            "64m",
            "--model=" + TestServer.folders("category-slopes"),
            "--deadlineMillis=20000")) {
      ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
      List<Future<?>> clients = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        clients.add(threads.submit(() -> askForMuch(server)));
      }
      for (Future<?> each : clients) {
        each.get();
      }
      threads.shutdown();
      assertThat(refusals)
          .contains("503 NO_ROOM")
          .isSubsetOf(
              "503 NO_ROOM", "413 REQUEST_TOO_LARGE", "422 ANSWER_TOO_LARGE", "422 WRONG_FIELD");
      assertThat(status(server, RECORDS, records(1, "{}"))).isEqualTo(200);
      assertThat(server.text()).doesNotContain("OutOfMemoryError", "Failed at");
    }
  }

  private Void askForMuch(ServerProcess server) throws Exception {
    String values = String.join(",", Collections.nCopies(300, "5"));
    String categories = String.join(",", Collections.nCopies(300, "2"));
    for (int i = 0; i < TIMES; i++) {
      // Long answers, results that are kept until the last is there, and bodies of many names.
      status(server, RECORDS, records(100, "{\"n_samples\": 10000, \"emit_samples\": true}"));
      status(server, RECORDS, records(100, "{\"bins\": 10000}"));
      status(
          server,
          TENSORS,
          "{\"inputs\": [%s, %s], \"outputs\": [{\"name\": \"y_pred\"}], \"parameters\": {\"n_samples\": 10000, \"emit_samples\": true}}"
              .formatted(tensor("x", "FP64", values), tensor("category", "INT64", categories)));
      status(server, RECORDS, "{\"instances\": [" + names() + "]}");
    }
    return null;
  }

  private static String tensor(String name, String type, String values) {
    return "{\"name\": \"%s\", \"datatype\": \"%s\", \"shape\": [300], \"data\": [%s]}"
        .formatted(name, type, values);
  }

  private static String records(int count, String parameters) {
    String record = "{\"x\": 5, \"category\": 2}";
    return "{\"instances\": [%s], \"parameters\": %s}"
        .formatted(String.join(",", Collections.nCopies(count, record)), parameters);
  }

  private static String names() {
    return IntStream.range(0, 80_000)
        .mapToObj(i -> "\"n" + i + "\":1")
        .collect(Collectors.joining(",", "{", "}"));
  }

  private int status(ServerProcess server, String path, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    var answer = http.send(request, BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      String code = answer.body().replaceAll("(?s).*\"code\":\"([A-Z_]+)\".*", "$1");
      refusals.add(answer.statusCode() + " " + code);
    }
    return answer.statusCode();
  }
}
