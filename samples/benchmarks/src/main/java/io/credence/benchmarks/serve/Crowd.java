package io.credence.benchmarks.serve;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Connections on which nothing moves, and one that sends a byte of its body now and then. */
final class Crowd implements AutoCloseable {

  private static final long PAUSE_MILLIS = 20;

  private final List<Connection> idle = new ArrayList<>();
  private final Connection slow;
  private final Thread writer = new Thread(this::drip, "slow writer");

  /** Comes. */
  Crowd(int port, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      idle.add(new Connection(port));
    }
    slow = new Connection(port);
    slow.send(
        "POST /predict/v1.0.0/point HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n"
            .getBytes(StandardCharsets.US_ASCII));
    writer.start();
  }

  private void drip() {
    try {
      while (true) {
        slow.send(new byte[] {' '});
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      }
    } catch (IOException | InterruptedException e) {
      // It was asked to go, or the server has had enough of it.
    }
  }

  @Override
  public String toString() {
    return idle.size() + " idle sockets and a slow writer";
  }

  @Override
  public void close() throws IOException {
    writer.interrupt();
    slow.close();
    for (Connection each : idle) {
      each.close();
    }
  }
}
