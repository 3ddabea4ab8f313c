package io.credence.s3;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** The address of a store that is not Amazon's own. */
final class Endpoint {

  private static final int PATIENCE_MILLIS = 5_000;
  private static final int HTTP = 80;
  private static final int HTTPS = 443;
  private static final int LAST_PORT = 65_535;

  private static final Pattern LOOPBACK =
      Pattern.compile("(?i)localhost|127(\\.\\d+){3}|\\[(0*:)+0*1]");

  private Endpoint() {}

  /** Whether an address has the form of one; makes no connection. */
  static boolean isOne(String address) {
    try {
      URI uri = new URI(address);
      return uri.getHost() != null
          && String.valueOf(uri.getScheme()).matches("(?i)https?")
          && uri.getPort() <= LAST_PORT;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /** What is wrong with an address of the right form; empty when a server answers there. */
  static Optional<String> problem(String address) {
    URI uri = URI.create(address);
    return unanswered(uri.getHost(), port(uri), isSecure(uri));
  }

  /** Whether each machine that uses an address finds itself there. */
  static boolean isLoopback(String address) {
    return LOOPBACK.matcher(URI.create(address).getHost()).matches();
  }

  private static int port(URI uri) {
    if (uri.getPort() >= 0) {
      return uri.getPort();
    }
    return isSecure(uri) ? HTTPS : HTTP;
  }

  private static boolean isSecure(URI uri) {
    return uri.getScheme().equalsIgnoreCase("https");
  }

  /** The client itself would try for half a minute, and again for each thing that it is asked. */
  private static Optional<String> unanswered(String host, int port, boolean secure) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), PATIENCE_MILLIS);
      if (secure) {
        shakeHands(socket, host, port);
      }
      return Optional.empty();
    } catch (SSLException e) {
      return Optional.of(
          "no secure connection can be made there: %s; is it http://?".formatted(e.getMessage()));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.of("no server answers there: " + e.getMessage());
    }
  }

  private static void shakeHands(Socket socket, String host, int port) throws IOException {
    socket.setSoTimeout(PATIENCE_MILLIS);
    SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
    try (SSLSocket secure = (SSLSocket) factory.createSocket(socket, host, port, true)) {
      secure.startHandshake();
    }
  }
}
