package io.credence.server.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Collections;

/** A client that does what a decent one would not. */
public final class RawClient implements AutoCloseable {

  private final Socket socket;

  public RawClient(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(20_000);
  }

  public RawClient send(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
    return this;
  }

  /** The head of a request whose body has a length. */
  public static String head(String path, int length) {
    return "POST %s HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: %s\r\n\r\n"
        .formatted(path, length);
  }

  /** A request for more than a socket holds: 700,000 samples of category-slopes, 14 MB. */
  public static String muchOfSlopes() {
    String body =
        "{\"instances\": [%s], \"parameters\": {\"n_samples\": 10000, \"emit_samples\": true}}"
            .formatted(String.join(",", Collections.nCopies(70, "{\"x\": 5, \"category\": 2}")));
    return head("/v1/models/category-slopes:predict", body.length()) + body;
  }

  /** Waits until an answer begins. */
  public RawClient awaitAnswer() throws IOException {
    assertThat(socket.getInputStream().read()).isEqualTo('H');
    return this;
  }

  /** All that comes until the server closes the connection. */
  public String rest() throws IOException {
    return new String(socket.getInputStream().readAllBytes(), UTF_8);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
