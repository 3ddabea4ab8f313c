package io.credence.messages.schema;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;

/** A server that says the same to all; of a stalling one, more seems to come, and never does. */
final class HalfAnswer implements AutoCloseable {

  private final HttpServer server;

  HalfAnswer(String body, boolean stalling) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] bytes = body.getBytes(UTF_8);
          exchange.sendResponseHeaders(200, bytes.length + (stalling ? 1 : 0));
          exchange.getResponseBody().write(bytes);
          exchange.getResponseBody().flush();
          if (!stalling) {
            exchange.close();
          }
        });
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
