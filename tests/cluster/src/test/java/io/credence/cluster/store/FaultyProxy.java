package io.credence.cluster.store;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Stands between a client and a store, and does what networks and stores do. It takes one request
 * of each connection.
 */
final class FaultyProxy implements AutoCloseable {

  private static final int LARGEST_HEAD = 1 << 16;

  private final URI store;
  private final Function<String, Fault> faults;
  private final Predicate<String> isThere;
  private final ServerSocket socket;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicLong made = new AtomicLong();

  private FaultyProxy(URI store, Function<String, Fault> faults, Predicate<String> isThere)
      throws IOException {
    this.store = store;
    this.faults = faults;
    this.isThere = isThere;
    this.socket = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  /**
   * @param faults what happens to a request, by its first line, such as {@code GET /bucket/key
   *     HTTP/1.1}
   */
  static FaultyProxy before(URI store, Function<String, Fault> faults) throws IOException {
    return new FaultyProxy(store, faults, null);
  }

  /**
   * The same before a store that does not know {@code If-None-Match: *}, which is honoured here:
   * such requests go through one at a time.
   *
   * @param isThere whether the store has an object, by the path of a request
   */
  static FaultyProxy honouring(URI store, Predicate<String> isThere, Function<String, Fault> faults)
      throws IOException {
    return new FaultyProxy(store, faults, isThere);
  }

  String endpoint() {
    return "http://127.0.0.1:" + socket.getLocalPort();
  }

  /** How many requests had to suffer. */
  long made() {
    return made.get();
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        threads.execute(() -> serve(client));
      } catch (IOException e) {
        return; // It was closed.
      }
    }
  }

  private void serve(Socket client) {
    try (client;
        InputStream in = new BufferedInputStream(client.getInputStream());
        OutputStream out = client.getOutputStream()) {
      String head = head(in);
      if (!head.isEmpty()) {
        serve(head, in, out);
      }
    } catch (IOException | UncheckedIOException e) {
      return; // The other side went away, as it may.
    }
  }

  private void serve(String head, InputStream in, OutputStream out) throws IOException {
    Fault fault = faults.apply(head.substring(0, head.indexOf("\r\n")));
    if (!fault.equals(Fault.NONE)) {
      made.incrementAndGet();
    }
    if (header(head, "expect") != null) {
      out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    }
    byte[] body = in.readNBytes(length(head));
    if (fault.answer() != null) {
      boolean bodiless = head.startsWith("HEAD ");
      out.write(fault.answer().bytes(bodiless));
      return;
    }
    if (isThere == null || header(head, "if-none-match") == null) {
      forward(head, body, fault, out);
      return;
    }
    synchronized (isThere) {
      if (isThere.test(head.split(" ", 3)[1])) {
        out.write(Fault.EXISTS.bytes(false));
      } else {
        forward(head, body, fault, out);
      }
    }
  }

  private void forward(String head, byte[] body, Fault fault, OutputStream out) throws IOException {
    try (Socket upstream = new Socket(store.getHost(), store.getPort())) {
      upstream.getOutputStream().write(forwarded(head).getBytes(StandardCharsets.ISO_8859_1));
      upstream.getOutputStream().write(body);
      relay(fault, new BufferedInputStream(upstream.getInputStream()), out);
    }
  }

  private static void relay(Fault fault, InputStream from, OutputStream to) throws IOException {
    String head = head(from);
    if (fault.loses()) {
      from.readAllBytes(); // The store did what it was asked to.
      return;
    }
    int length = length(head);
    int kept = fault.kept(length);
    String told =
        fault.lies() ? head.replaceFirst("(?i)(content-length: *)\\d+", "$1" + kept) : head;
    to.write(told.getBytes(StandardCharsets.ISO_8859_1));
    if (fault.slow()) {
      pause();
    }
    if (kept < length) {
      to.write(from.readNBytes(kept));
    } else {
      from.transferTo(to);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(500);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String forwarded(String head) {
    return head.replaceAll("(?i)\r\n(expect|connection):[^\r]*", "")
        .replaceFirst("\r\n", "\r\nConnection: close\r\n");
  }

  private static String head(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    int end = 0;
    for (int b = in.read(); b >= 0 && head.size() < LARGEST_HEAD; b = in.read()) {
      head.write(b);
      end = b == '\n' ? end + 1 : b == '\r' ? end : 0;
      if (end == 2) {
        break;
      }
    }
    return head.toString(StandardCharsets.ISO_8859_1);
  }

  private static int length(String head) {
    String length = header(head, "content-length");
    return length == null ? 0 : Integer.parseInt(length);
  }

  /** Null when there is none. */
  private static String header(String head, String name) {
    return head.lines()
        .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
        .map(line -> line.substring(name.length() + 1).strip())
        .findFirst()
        .orElse(null);
  }

  @Override
  public void close() throws IOException {
    socket.close();
    threads.shutdownNow();
  }
}
