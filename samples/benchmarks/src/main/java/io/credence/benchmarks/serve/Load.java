package io.credence.benchmarks.serve;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** Clients that ask the same without a pause. */
final class Load {

  private final int port;
  private final long pid;
  private final int connections;
  private final byte[] request;

  /**
   * @param port where the server listens
   * @param pid of the server, whose processor time is counted with that of its children
   * @param connections one for each client
   * @param request as it is sent
   */
  Load(int port, long pid, int connections, byte[] request) {
    this.port = port;
    this.pid = pid;
    this.connections = connections;
    this.request = request;
  }

  /**
   * What was seen.
   *
   * @param perSecond answers per second
   * @param micros how long each took
   * @param cpuMicros processor time of the server per answer
   */
  record Seen(double perSecond, Histogram micros, double cpuMicros) {}

  Seen run(Duration time) throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(connections);
    try {
      Duration before = cpu();
      long begin = System.nanoTime();
      List<Future<Histogram>> clients = new ArrayList<>();
      for (int i = 0; i < connections; i++) {
        clients.add(threads.submit(() -> ask(begin + time.toNanos())));
      }
      Histogram all = histogram();
      for (Future<Histogram> client : clients) {
        all.add(client.get());
      }
      double seconds = (System.nanoTime() - begin) / 1e9;
      double cpu = cpu().minus(before).toNanos() / 1e3;
      return new Seen(all.getTotalCount() / seconds, all, cpu / all.getTotalCount());
    } finally {
      threads.shutdownNow();
    }
  }

  private Histogram ask(long end) throws IOException {
    Histogram micros = histogram();
    try (Connection connection = new Connection(port)) {
      for (long now = System.nanoTime(); now < end; ) {
        connection.ask(request);
        long answered = System.nanoTime();
        micros.recordValue(TimeUnit.NANOSECONDS.toMicros(answered - now));
        now = answered;
      }
    }
    return micros;
  }

  private static Histogram histogram() {
    return new Histogram(3);
  }

  private Duration cpu() {
    ProcessHandle server = ProcessHandle.of(pid).orElseThrow();
    return server
        .descendants()
        .map(each -> each.info().totalCpuDuration().orElse(Duration.ZERO))
        .reduce(server.info().totalCpuDuration().orElseThrow(), Duration::plus);
  }
}
