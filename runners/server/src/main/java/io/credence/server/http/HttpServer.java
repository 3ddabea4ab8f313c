package io.credence.server.http;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** A server of HTTP/1.1. Records are scored on the threads that read them. */
public final class HttpServer {

  private static final long MILLIS = 1_000;
  private static final int MORE_THREADS = 16;

  private final Server server;
  private final ServerConnector connector;
  private final Visits visits;
  private final Farewell farewell;

  private HttpServer(Server server, ServerConnector connector, Visits visits, Farewell farewell) {
    this.server = server;
    this.connector = connector;
    this.visits = visits;
    this.farewell = farewell;
  }

  /**
   * Prepares a server.
   *
   * @param at where it listens
   * @param stopping becomes true with the stop
   */
  public static HttpServer of(Address at, Service service, Limits limits, Stopping stopping) {
    Server server = new Server(threads(limits));
    ServerConnector connector = new ServerConnector(server, connections(at, limits));
    connector.setHost(at.host());
    connector.setPort(at.port());
    connector.setIdleTimeout(limits.idleSeconds() * MILLIS);
    Visits visits = new Visits(limits);
    connector.addBean(visits);
    server.addConnector(connector);
    server.addBean(new NetworkConnectionLimit(limits.maxConnections(), server));
    server.setHandler(new Gate(service, limits, stopping, visits));
    server.setErrorHandler(new RefusedByJetty());
    return new HttpServer(
        server, connector, visits, new Farewell(connector, visits, stopping, limits));
  }

  /**
   * One for each request at work, and some for Jetty and for probes, so that nothing waits without
   * being counted: one request more is refused at once.
   */
  private static QueuedThreadPool threads(Limits limits) {
    QueuedThreadPool threads = new QueuedThreadPool(limits.maxRequests() + MORE_THREADS, 4);
    threads.setName("http");
    return threads;
  }

  private static ConnectionFactory[] connections(Address at, Limits limits) {
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.setSendServerVersion(false);
    configuration.setRequestHeaderSize(limits.maxHeaderBytes());
    configuration.setIdleTimeout(limits.silentMillis());
    HttpConnectionFactory http = new HttpConnectionFactory(configuration);
    if (at.tls() == null) {
      return new ConnectionFactory[] {http};
    }
    SslContextFactory.Server tls = new SslContextFactory.Server();
    tls.setSslContext(at.tls().context());
    tls.setNeedClientAuth(at.tls().asksForClients());
    return new ConnectionFactory[] {new SslConnectionFactory(tls, http.getProtocol()), http};
  }

  /**
   * Starts to listen.
   *
   * @throws IOException when it can't, such as because the port is taken
   */
  public void start() throws IOException {
    run(server::start);
    endLate();
  }

  /** Once a second, as long as the server runs. */
  private void endLate() {
    visits.endLate(connector.getConnectedEndPoints());
    connector.getScheduler().schedule(this::endLate, 1, TimeUnit.SECONDS);
  }

  /** Where it listens. */
  public int port() {
    return connector.getLocalPort();
  }

  /**
   * Accepts no connection any more, answers what comes on those that are open, each of which ends
   * with its next answer or when it is idle, and then ends.
   *
   * @throws IOException when not all was answered in the time allowed
   */
  public void stop() throws IOException {
    try {
      farewell.say();
    } finally {
      run(server::stop);
    }
  }

  private interface Step {
    void run() throws Exception;
  }

  private static void run(Step step) throws IOException {
    try {
      step.run();
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /** Waits until it was stopped. */
  public void join() throws InterruptedException {
    server.join();
  }
}
