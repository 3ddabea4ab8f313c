package io.credence.server.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** A client that asks the same on one connection, without a pause, until it is sent away. */
final class Asking implements Runnable {

  private static final String POINT =
      "POST /predict/v1.0.0/point HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 34\r\n\r\n"
          + "{\"data\": {\"x\": 5, \"category\": 2} }";

  private final int port;
  private final AtomicInteger left;
  private final AtomicInteger answers = new AtomicInteger();
  private volatile String last = "";
  private volatile Throwable failure;

  /**
   * @param port of the server
   * @param most how often it asks
   */
  Asking(int port, int most) {
    this.port = port;
    this.left = new AtomicInteger(most);
  }

  @Override
  public void run() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(socket.getInputStream());
      while (left.getAndDecrement() > 0) {
        socket.getOutputStream().write(POINT.getBytes(UTF_8));
        String head = head(in);
        last = new String(in.readNBytes(length(head)), UTF_8);
        if (!head.startsWith("HTTP/1.1 200")) {
          throw new IOException(head + last);
        }
        answers.incrementAndGet();
        if (head.contains("Connection: close")) {
          return;
        }
      }
    } catch (IOException | RuntimeException e) {
      failure = e;
    }
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("No answer, but '" + head + "'");
      }
      head.append((char) next);
    }
    return head.toString();
  }

  private static int length(String head) {
    int at = head.indexOf("Content-Length: ") + "Content-Length: ".length();
    return Integer.parseInt(head.substring(at, head.indexOf('\r', at)));
  }

  /** Ends it after its next answer. */
  void end() {
    left.set(0);
  }

  int answers() {
    return answers.get();
  }

  /** The body of the last answer. */
  String last() {
    return last;
  }

  /** Why a request of it has no answer; null when each had one. */
  Throwable failure() {
    return failure;
  }
}
