package io.credence.server.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Each request that came before the stop is answered, whatever the moment. */
@Timeout(60)
class FarewellTest {

  private static final String REQUEST = "GET /x HTTP/1.1\r\nHost: x\r\n\r\n";
  private static final String LAST = "GET /x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Stopping stopping = new Stopping();

  @AfterEach
  void end() {
    threads.shutdownNow();
  }

  private HttpServer start(long drainSeconds) throws IOException {
    Route route =
        Route.get("x", "/x", call -> Answer.json(out -> out.writeBooleanField("x", true)));
    Service service =
        new Service(List.of(route), Doorkeeper.OPEN, List.of(), (where, failure) -> {});
    Limits limits =
        new Limits(1_024, 1_024, 64, 1_000, 1 << 20, 2_000, 30, 10, 30, drainSeconds, 20);
    HttpServer server = HttpServer.of(new Address("127.0.0.1", 0, null), service, limits, stopping);
    server.start();
    return server;
  }

  private CompletableFuture<Void> stop(HttpServer server) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            server.stop();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        },
        threads);
  }

  /** The system has made their connections; the server may not have seen them yet. */
  @RepeatedTest(30)
  void whoHasJustConnected() throws Exception {
    HttpServer server = start(0);
    List<RawClient> clients = new ArrayList<>();
    for (int i = 0; i < 32; i++) {
      clients.add(new RawClient(server.port()).send(LAST));
    }
    CompletableFuture<Void> stop = stop(server);
    for (RawClient each : clients) {
      assertThat(each.rest()).startsWith("HTTP/1.1 200");
      each.close();
    }
    stop.get(20, TimeUnit.SECONDS);
  }

  /** One connection for all requests, until an answer says that it was the last. */
  @RepeatedTest(30)
  void whoKeepsAsking() throws Exception {
    HttpServer server = start(0);
    AtomicInteger answers = new AtomicInteger();
    List<CompletableFuture<Void>> clients = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      clients.add(
          CompletableFuture.runAsync(() -> askUntilTheLast(server.port(), answers), threads));
    }
    while (answers.get() < 100) {
      Thread.onSpinWait();
    }
    CompletableFuture<Void> stop = stop(server);
    for (CompletableFuture<Void> each : clients) {
      each.get(20, TimeUnit.SECONDS);
    }
    stop.get(20, TimeUnit.SECONDS);
  }

  private static void askUntilTheLast(int port, AtomicInteger answers) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
      for (boolean last = false; !last; answers.incrementAndGet()) {
        socket.getOutputStream().write(REQUEST.getBytes(UTF_8));
        assertThat(in.readLine()).isEqualTo("HTTP/1.1 200 OK");
        for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
          last |= line.equals("Connection: close");
        }
        assertThat(in.read(new char["{\"x\":true}".length()])).isPositive();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Balancers go by readiness, and take a moment to ask for it. */
  @Test
  void whoComesWhileItDrains() throws Exception {
    HttpServer server = start(1);
    CompletableFuture<Void> stop = stop(server);
    while (!stopping.hasBegun()) {
      Thread.onSpinWait();
    }
    try (RawClient client = new RawClient(server.port())) {
      client.send(LAST);
      assertThat(client.rest()).startsWith("HTTP/1.1 200");
    }
    stop.get(20, TimeUnit.SECONDS);
  }
}
