package io.credence.flink;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.credence.jobs.runner.Work;
import io.credence.problem.Problems;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.flink.runtime.util.Hardware;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What a cluster says of itself decides what may be sent there. The answers are those of Flink, in
 * cases that a cluster of this machine can't be brought into: another version, other machines.
 */
class FlinkCheckTest {

  private static final String HERE = "pekko.tcp://flink@127.0.0.1:6122/user/rpc/taskmanager_0";
  private static final String ELSEWHERE = "pekko.tcp://flink@192.0.2.7:6122/user/rpc/taskmanager_0";

  private long memory = Hardware.getSizeOfPhysicalMemory();
  private final Problems problems = new Problems();
  private final List<String> notes = new ArrayList<>();
  private final FlinkPipelineOptions options =
      PipelineOptionsFactory.as(FlinkPipelineOptions.class);
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
    options.setFlinkMaster("localhost:" + server.getAddress().getPort());
    answer("/overview", "{\"flink-version\": \"1.19.0\", \"slots-total\": 6}");
    answer("/jobmanager/config", "[]");
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(String path, String body) {
    server.createContext(
        path,
        exchange -> {
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }

  private void workersAt(String... paths) {
    List<String> workers = new ArrayList<>();
    for (String path : paths) {
      workers.add(
          String.format(
              Locale.ROOT,
              "{\"path\": \"%s\", \"hardware\": {\"physicalMemory\": %d}}",
              path,
              memory));
    }
    answer("/taskmanagers", "{\"taskmanagers\": [" + String.join(",", workers) + "]}");
  }

  private FlinkCheck check() {
    FlinkCheck check = new FlinkCheck(FlinkPlace.REMOTE, options, Work.BATCH, problems, notes);
    check.run();
    return check;
  }

  @Test
  void workersOfThisMachineShareItsDisk() {
    workersAt(HERE, HERE);
    assertThat(check().sharesDisk()).isTrue();
    assertThat(problems).isEmpty();
  }

  @Test
  void oneWorkerElsewhereDoesNot() {
    workersAt(HERE, ELSEWHERE);
    assertThat(check().sharesDisk()).isFalse();
  }

  @Test
  void anAddressOfAnotherMachineMayLookLikeOneOfThis() {
    memory++;
    workersAt(HERE);
    assertThat(check().sharesDisk()).isFalse();
  }

  @Test
  void workersThatAreYetToComeDoNot() {
    workersAt();
    assertThat(check().sharesDisk()).isFalse();
  }

  @Test
  void anotherLineOfFlinkIsRefused() {
    server.removeContext("/overview");
    answer("/overview", "{\"flink-version\": \"1.20.1\"}");
    workersAt(HERE);
    check();
    assertThat(problems)
        .containsExactly(
            "--flinkMaster=%s: is a Flink 1.20.1, but this jar is made for Flink 1.19"
                .formatted(options.getFlinkMaster()));
  }

  @Test
  void nobodyAnswers() {
    server.stop(0);
    check();
    assertThat(problems)
        .containsExactly(
            "--flinkMaster=%1$s: no Flink cluster answers at http://%1$s: Connection refused"
                .formatted(options.getFlinkMaster()));
  }

  @Test
  void lossesAreRetried() {
    workersAt(HERE);
    check();
    assertThat(options.getNumberOfExecutionRetries()).isPositive();
  }

  @Test
  void aStreamNeverGivesUp() {
    workersAt(HERE);
    options.setStreaming(true);
    check();
    assertThat(options.getNumberOfExecutionRetries()).isEqualTo(-1);
  }

  @Test
  void aStrategyOfTheClusterStays() {
    server.removeContext("/jobmanager/config");
    answer(
        "/jobmanager/config",
        "[{\"key\": \"restart-strategy.type\", \"value\": \"exponential-delay\"}]");
    workersAt(HERE);
    check();
    assertThat(options.getNumberOfExecutionRetries()).isEqualTo(-1);
  }

  @Test
  void whoeverGetsLittleIsTold() {
    workersAt(HERE);
    check();
    assertThat(notes).singleElement().asString().contains("6 slots", "--parallelism=N");
    notes.clear();
    options.setParallelism(4);
    check();
    assertThat(notes).isEmpty();
  }

  @Test
  void aBatchHasNoSavepoint() {
    workersAt(HERE);
    options.setSavepointPath("/savepoints/1");
    check();
    assertThat(problems)
        .containsExactly(
            "--savepointPath=/savepoints/1: a batch has no state to resume from; leave it out");
  }
}
