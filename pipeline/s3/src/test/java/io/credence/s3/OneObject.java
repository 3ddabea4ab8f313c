package io.credence.s3;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Serves ranges of one object over HTTP, as a store does, and breaks off on request. */
final class OneObject implements AutoCloseable {

  static final S3Location LOCATION = new S3Location("bucket", "object");

  private final HttpServer server;
  private final S3Client client;
  private final List<String> ranges = Collections.synchronizedList(new ArrayList<>());
  private volatile byte[] content;
  private final AtomicInteger answersToBreak = new AtomicInteger();
  private volatile boolean knowsRanges = true;

  OneObject(byte[] content) throws IOException {
    this.content = content;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    this.client =
        S3Client.builder()
            .endpointOverride(URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
            .forcePathStyle(true)
            .region(Region.US_EAST_1)
            .credentialsProvider(AnonymousCredentialsProvider.create())
            .httpClientBuilder(ApacheHttpClient.builder())
            .build();
  }

  S3Channel open() throws IOException {
    return S3Channel.open(client, LOCATION);
  }

  /** The ranges that were asked for. */
  List<String> ranges() {
    return ranges;
  }

  void replace(byte[] other) {
    content = other;
  }

  void breakAnswers(int number) {
    answersToBreak.set(number);
  }

  void forgetRanges() {
    knowsRanges = false;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] all = content;
      String tag = "\"" + Arrays.hashCode(all) + "\"";
      String match = exchange.getRequestHeaders().getFirst("If-Match");
      String range = exchange.getRequestHeaders().getFirst("Range");
      ranges.add(range);
      exchange.getResponseHeaders().add("ETag", tag);
      if (match != null && !match.equals(tag)) {
        exchange.sendResponseHeaders(412, -1);
      } else if (!knowsRanges || range == null) {
        send(exchange, 200, all, 0, all.length);
      } else if (all.length == 0) {
        exchange.sendResponseHeaders(416, -1);
      } else {
        sendRange(exchange, all, range.substring("bytes=".length()));
      }
    }
  }

  private void sendRange(HttpExchange exchange, byte[] all, String range) throws IOException {
    String[] ends = range.split("-", -1);
    int from =
        ends[0].isEmpty()
            ? Math.max(0, all.length - Integer.parseInt(ends[1]))
            : Integer.parseInt(ends[0]);
    int to = ends[0].isEmpty() ? all.length : Math.min(all.length, Integer.parseInt(ends[1]) + 1);
    exchange
        .getResponseHeaders()
        .add(
            "Content-Range",
            String.format(Locale.ROOT, "bytes %d-%d/%d", from, to - 1, all.length));
    send(exchange, 206, all, from, to - from);
  }

  private void send(HttpExchange exchange, int status, byte[] all, int from, int length)
      throws IOException {
    exchange.sendResponseHeaders(status, length == 0 ? -1 : length);
    if (length == 0) {
      return;
    }
    OutputStream out = exchange.getResponseBody();
    if (answersToBreak.getAndDecrement() > 0) {
      out.write(all, from, length / 2);
    } else {
      out.write(all, from, length);
    }
  }

  @Override
  public void close() {
    client.close();
    server.stop(0);
  }
}
