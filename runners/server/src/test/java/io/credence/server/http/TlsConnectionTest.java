package io.credence.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.credence.server.TestServer;
import io.credence.server.access.TestCertificate;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Time limits of connections under TLS. */
class TlsConnectionTest {

  private static final String REQUEST = "HEAD /health/live HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";

  private final Path folder;

  TlsConnectionTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void lastsLongerThanOneRequestMayLetItWait() throws Exception {
    KeyStore certificate = TestCertificate.write(folder, "ip:127.0.0.1");
    try (TestServer server =
            TestServer.of(
                "--model=" + TestServer.folders("category-slopes"),
                "--idleSeconds=1",
                "--tlsCertificate=" + folder.resolve("server.pem"),
                "--tlsKey=" + folder.resolve("server.key"));
        SSLSocket socket = connect(certificate, server.port());
        BufferedReader answers =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))) {
      OutputStream requests = socket.getOutputStream();
      for (int i = 0; i < 8; i++) {
        requests.write(REQUEST.getBytes(StandardCharsets.ISO_8859_1));
        requests.flush();
        assertThat(answers.readLine()).isEqualTo("HTTP/1.1 200 OK");
        while (!answers.readLine().isEmpty()) {
          // The rest of the head.
        }
        TimeUnit.MILLISECONDS.sleep(300);
      }
    }
  }

  private static SSLSocket connect(KeyStore trusted, int port) throws Exception {
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    KeyStore authorities = KeyStore.getInstance("PKCS12");
    authorities.load(null, null);
    authorities.setCertificateEntry("server", trusted.getCertificate("server"));
    trust.init(authorities);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    SSLSocket socket =
        (SSLSocket) context.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(20_000);
    return socket;
  }
}
