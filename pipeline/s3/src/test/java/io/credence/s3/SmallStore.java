package io.credence.s3;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** A store of objects in memory, which writes them on conditions or not, and has its moments. */
final class SmallStore implements AutoCloseable {

  /** What becomes of a conditional write. */
  enum Moment {
    NORMAL,
    /** 409, with nothing done. */
    BUSY,
    /** 503, with nothing done. */
    FAILING,
    /** Done, and answered with 500. */
    LOST,
    /** Done, and undone by another write at the same time. */
    REPLACED
  }

  /** What a store makes of the condition. */
  enum Condition {
    HONOURED,
    IGNORED,
    NOT_IMPLEMENTED
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final S3Client client;
  private final ConcurrentSkipListMap<String, byte[]> objects = new ConcurrentSkipListMap<>();
  private final AtomicInteger writes = new AtomicInteger();
  private final Condition condition;
  private final IntFunction<Moment> moments;

  /**
   * @param moments what becomes of each conditional write, by its number from 0
   */
  SmallStore(Condition condition, IntFunction<Moment> moments) throws IOException {
    this.condition = condition;
    this.moments = moments;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
    this.client =
        S3Client.builder()
            .endpointOverride(URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
            .forcePathStyle(true)
            .region(Region.US_EAST_1)
            .credentialsProvider(AnonymousCredentialsProvider.create())
            .httpClientBuilder(Patience.connections())
            .overrideConfiguration(Patience.retries())
            .build();
  }

  S3RegistryStore at(String location) {
    return new S3RegistryStore(client, request -> {}, S3Location.of(location));
  }

  /** The paths of all objects. */
  SortedSet<String> paths() {
    return new TreeSet<>(objects.keySet());
  }

  void put(String path, byte[] content) {
    objects.put(path, content);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      String query = String.valueOf(exchange.getRequestURI().getQuery());
      if (exchange.getRequestMethod().equals("PUT")) {
        exchange.sendResponseHeaders(write(path, exchange), -1);
      } else if (query.contains("list-type")) {
        String prefix = path.replaceAll("/?$", "/") + parameter(query, "prefix");
        send(exchange, 200, list(path.replaceAll("/?$", "/"), prefix));
      } else {
        read(path, exchange);
      }
    }
  }

  private int write(String path, HttpExchange exchange) throws IOException {
    byte[] content = exchange.getRequestBody().readAllBytes();
    if (!"*".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
      objects.put(path, content);
      return 200;
    }
    if (condition != Condition.HONOURED) {
      objects.put(path, content);
      return condition == Condition.IGNORED ? 200 : 501;
    }
    Moment moment = moments.apply(writes.getAndIncrement());
    if (moment == Moment.BUSY || moment == Moment.FAILING) {
      return moment == Moment.BUSY ? 409 : 503;
    }
    boolean isFirst = objects.putIfAbsent(path, content) == null;
    if (moment == Moment.REPLACED) {
      objects.put(path, new byte[] {1});
    }
    return moment == Moment.LOST ? 500 : isFirst ? 200 : 412;
  }

  private void read(String path, HttpExchange exchange) throws IOException {
    byte[] all = objects.get(path);
    if (all == null) {
      send(exchange, 404, "<Error><Code>NoSuchKey</Code></Error>");
      return;
    }
    String[] ends =
        exchange.getRequestHeaders().getFirst("Range").substring("bytes=".length()).split("-", -1);
    int from =
        ends[0].isEmpty()
            ? Math.max(0, all.length - Integer.parseInt(ends[1]))
            : Integer.parseInt(ends[0]);
    int to = ends[0].isEmpty() ? all.length : Integer.parseInt(ends[1]) + 1;
    exchange.getResponseHeaders().add("ETag", "\"" + Arrays.hashCode(all) + "\"");
    exchange
        .getResponseHeaders()
        .add(
            "Content-Range",
            String.format(Locale.ROOT, "bytes %d-%d/%d", from, to - 1, all.length));
    exchange.sendResponseHeaders(206, to - from);
    exchange.getResponseBody().write(all, from, to - from);
  }

  private String list(String bucket, String prefix) {
    StringBuilder xml = new StringBuilder("<ListBucketResult><IsTruncated>false</IsTruncated>");
    SortedSet<String> folders = new TreeSet<>();
    Iterator<String> paths = objects.tailMap(prefix).keySet().iterator();
    for (String path = next(paths); path.startsWith(prefix); path = next(paths)) {
      int end = path.indexOf('/', prefix.length());
      String key = path.substring(bucket.length(), end < 0 ? path.length() : end + 1);
      if (end < 0) {
        xml.append("<Contents><Key>%s</Key><Size>1</Size></Contents>".formatted(key));
      } else if (folders.add(key)) {
        xml.append("<CommonPrefixes><Prefix>%s</Prefix></CommonPrefixes>".formatted(key));
      }
    }
    return xml.append("</ListBucketResult>").toString();
  }

  private static String next(Iterator<String> paths) {
    return paths.hasNext() ? paths.next() : "";
  }

  private static String parameter(String query, String name) {
    return List.of(query.split("&", -1)).stream()
        .filter(each -> each.startsWith(name + "="))
        .map(each -> each.substring(name.length() + 1))
        .findFirst()
        .orElse("");
  }

  private static void send(HttpExchange exchange, int status, String xml) throws IOException {
    byte[] body = xml.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/xml");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    client.close();
    server.stop(0);
    threads.shutdownNow();
  }
}
