package io.credence.pipeline.runner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;

/**
 * The configuration of a Flink within this JVM. By itself it would listen on all of a machine's
 * addresses.
 */
final class EmbeddedConfiguration {

  private static final String CONTENT =
      """
      jobmanager.bind-host: 127.0.0.1
      jobmanager.rpc.address: 127.0.0.1
      taskmanager.bind-host: 127.0.0.1
      taskmanager.host: 127.0.0.1
      rest.address: 127.0.0.1
      rest.bind-address: 127.0.0.1
      rest.port: %1$d
      rest.bind-port: %1$d
      metrics.fetcher.update-interval: 1000
      restart-strategy.type: none
      """;

  private EmbeddedConfiguration() {}

  /**
   * Writes the configuration.
   *
   * @return a folder that goes when this JVM ends
   */
  static Path write() {
    try {
      return ConfigurationFolder.write(CONTENT.formatted(freePort()));
    } catch (IOException e) {
      throw new UncheckedIOException("Flink's configuration can't be written", e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
