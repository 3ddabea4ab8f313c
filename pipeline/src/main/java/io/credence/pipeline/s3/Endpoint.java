package io.credence.pipeline.s3;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import org.apache.beam.sdk.io.aws2.options.AwsOptions;
import org.apache.beam.sdk.options.PipelineOptions;

/** The address of a store that is not Amazon's own. */
final class Endpoint {

  private static final int PATIENCE_MILLIS = 5_000;
  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  private Endpoint() {}

  /** What is wrong with an address; empty when somebody answers there. */
  static Optional<String> problem(String address, PipelineOptions options) {
    try {
      URI uri = new URI(address);
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      if (uri.getHost() == null || uri.getUserInfo() != null || !scheme.matches("https?")) {
        return Optional.of("must be http:// or https://, a host and a port");
      }
      // Behind a proxy, it is the proxy's to connect.
      return options.as(AwsOptions.class).getProxyConfiguration() == null
          ? unanswered(uri.getHost(), port(uri.getPort(), scheme))
          : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.of("must be http:// or https://, a host and a port");
    }
  }

  private static int port(int named, String scheme) {
    return named >= 0 ? named : scheme.equals("http") ? HTTP : HTTPS;
  }

  /** The client itself would try for half a minute, and again for each thing that it is asked. */
  private static Optional<String> unanswered(String host, int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), PATIENCE_MILLIS);
      return Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      return Optional.of("nobody answers there: " + e.getMessage());
    }
  }
}
