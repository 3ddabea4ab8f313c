package io.credence.server.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.credence.server.TestServer;
import io.credence.server.http.RawClient;
import io.credence.server.reload.Registered;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A reload, a stop and a crowd while clients ask without a pause: each request has its answer. */
@Timeout(120)
class UnderLoadTest {

  private static final int CLIENTS = 4;
  private static final int ALWAYS = Integer.MAX_VALUE;
  private static final int ENDED_BY_SIGTERM = 128 + 15;

  private final List<Asking> clients = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();

  @TempDir Path folder;

  private ServerProcess start(String... options) throws Exception {
    String[] all = List.of(options).toArray(new String[options.length + 1]);
    all[options.length] = "--model=" + model();
    return ServerProcess.start(folder.resolve("log"), "128m", all);
  }

  /** Without what would notice that its description is changed. */
  private Path model() throws IOException {
    Path sample = Path.of(TestServer.folders("category-slopes"));
    Path model = Files.createDirectories(folder.resolve("model"));
    Files.copy(sample.resolve("posterior.nc"), model.resolve("posterior.nc"));
    String yaml = Files.readString(sample.resolve("model.yaml"));
    Files.writeString(model.resolve("model.yaml"), yaml.replace("verify: verify.jsonl\n", ""));
    return model;
  }

  private void ask(ServerProcess server, int most) {
    for (int i = 0; i < CLIENTS; i++) {
      Asking client = new Asking(server.port(), most);
      Thread thread = new Thread(client, "client " + i);
      clients.add(client);
      threads.add(thread);
      thread.start();
    }
  }

  private void awaitAll(Predicate<Asking> state) throws InterruptedException {
    while (!clients.stream().allMatch(each -> each.failure() != null || state.test(each))) {
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }

  private void requireAllAnswered() throws InterruptedException {
    for (Thread each : threads) {
      each.join();
    }
    assertThat(clients).allSatisfy(each -> assertThat(each.failure()).isNull());
  }

  @Test
  void aReload() throws Exception {
    try (ServerProcess server = start()) {
      assumeThat(server.text()).doesNotContain("nohup");
      ask(server, ALWAYS);
      awaitAll(each -> each.last().contains("\"1.0.0\""));
      Path yaml = folder.resolve("model/model.yaml");
      Files.writeString(yaml, Files.readString(yaml).replace("version: 1.0.0", "version: 1.0.1"));
      server.signal("HUP");
      awaitAll(each -> each.last().contains("\"1.0.1\""));
      clients.forEach(Asking::end);
      requireAllAnswered();
    }
  }

  /** Of an alias that is followed: to another version and back. */
  @Test
  void aPromotionAndARollback() throws Exception {
    Registered registered = new Registered(folder);
    registered.register("1.0.0");
    registered.promote("1.0.0");
    try (ServerProcess server =
        ServerProcess.start(
            folder.resolve("log"),
            "128m",
            "--model=" + registered.champion(),
            "--registryPoll=1")) {
      ask(server, ALWAYS);
      awaitAll(each -> each.last().contains("\"1.0.0\""));
      registered.register("1.1.0");
      registered.promote("1.1.0");
      awaitAll(each -> each.last().contains("\"1.1.0\""));
      registered.rollback();
      awaitAll(each -> each.last().contains("\"1.0.0\""));
      clients.forEach(Asking::end);
      requireAllAnswered();
      assertThat(server.text()).contains("by event 4", "by event 5");
    }
  }

  @Test
  void aStop() throws Exception {
    try (ServerProcess server = start()) {
      ask(server, ALWAYS);
      awaitAll(each -> each.answers() > 100);
      server.signal("TERM");
      requireAllAnswered();
      assertThat(server.exitCode()).as(server.text()).isEqualTo(ENDED_BY_SIGTERM);
      assertThat(server.text()).doesNotContain("could be answered");
    }
  }

  /** A thousand who say nothing, and one each who is slow at a head, a body and an answer. */
  @Test
  void aCrowd() throws Exception {
    List<RawClient> crowd = new ArrayList<>();
    try (ServerProcess server = start()) {
      for (int i = 0; i < 1_000; i++) {
        crowd.add(new RawClient(server.port()));
      }
      crowd.add(new RawClient(server.port()).send("GET /health/live HTTP/1.1\r\nX"));
      crowd.add(
          new RawClient(server.port()).send(RawClient.head("/predict/v1.0.0/point", 1_000) + "{"));
      crowd.add(new RawClient(server.port()).send(RawClient.muchOfSlopes()).awaitAnswer());
      ask(server, 500);
      requireAllAnswered();
      assertThat(clients).allSatisfy(each -> assertThat(each.answers()).isEqualTo(500));
    } finally {
      for (RawClient each : crowd) {
        each.close();
      }
    }
  }
}
