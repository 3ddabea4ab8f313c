package io.credence.flink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a cluster says of a job, as Flink 1.19 says it. */
class FlinkClusterTest {

  private static final String OVERVIEW =
      """
      {"jobs": [
        {"jid": "a", "name": "score", "start-time": 1000, "state": "FINISHED"},
        {"jid": "b", "name": "score", "start-time": 3000, "state": "FINISHED"},
        {"jid": "c", "name": "score", "start-time": 2000, "state": "CANCELED"}]}
      """;

  private HttpServer server;
  private FlinkCluster cluster;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
    cluster = new FlinkCluster(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answers(Map<String, String> bodies) {
    bodies.forEach(
        (path, body) ->
            server.createContext(
                path,
                exchange -> {
                  byte[] bytes = body.getBytes(UTF_8);
                  exchange.sendResponseHeaders(200, bytes.length);
                  exchange.getResponseBody().write(bytes);
                  exchange.close();
                }));
  }

  private static String savepoint(String type, String status) {
    return """
    {"latest": {"completed": null, "savepoint":
      {"id": 7, "status": "%s", "checkpoint_type": "%s", "external_path": "file:/savepoints/7"}}}
    """
        .formatted(status, type);
  }

  @Test
  void theSavepointThatAJobWasStoppedWithIsThatOfTheLatestOfItsName() throws IOException {
    answers(
        Map.of(
            "/jobs/overview",
            OVERVIEW,
            "/jobs/b/checkpoints",
            savepoint("SYNC_SAVEPOINT", "COMPLETED")));
    assertThat(cluster.lastSavepoint("score")).isEqualTo("file:/savepoints/7");
    assertThat(cluster.lastSavepoint("other")).isNull();
  }

  @Test
  void aSavepointThatAJobOutlived() throws IOException {
    answers(
        Map.of(
            "/jobs/overview",
            OVERVIEW,
            "/jobs/b/checkpoints",
            savepoint("SAVEPOINT", "COMPLETED")));
    assertThat(cluster.lastSavepoint("score")).isNull();
  }

  /** A batch whose labels lie in other files, so that more than splits travels. */
  @Test
  void theShareOfAJobIsThatOfTheSplitsBeforeItsWork() throws IOException {
    answers(
        Map.of(
            "/jobs/overview",
            OVERVIEW,
            "/jobs/b",
            """
            {"vertices": [
              {"id": "1", "name": "Source: Known before", "parallelism": 2,
               "metrics": {"read-records": 0, "write-records": 1}},
              {"id": "2", "name": "By group -> Spread over workers", "parallelism": 2,
               "metrics": {"read-records": 900, "write-records": 40}},
              {"id": "3", "name": "Read, score and evaluate/ParMultiDo", "parallelism": 2,
               "metrics": {"read-records": 12, "write-records": 10}}],
             "plan": {"nodes": [
              {"id": "3", "inputs": [{"num": 0, "id": "2"}]}, {"id": "2", "inputs": []}]}}
            """));
    assertThat(cluster.shareDone("score")).isEqualTo(0.25);
    assertThat(cluster.shareDone("other")).isZero();
  }

  @Test
  void noSavepoint() throws IOException {
    answers(
        Map.of(
            "/jobs/overview",
            OVERVIEW,
            "/jobs/b/checkpoints",
            "{\"latest\": {\"completed\": null, \"savepoint\": null}}"));
    assertThat(cluster.lastSavepoint("score")).isNull();
  }
}
