package io.credence.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credence.server.TestServer;
import io.credence.server.http.Tls;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsFilesTest {

  private static final String PASSWORD = "changeit";

  private final Path folder;
  private final KeyStore store;

  /** One certificate for the server and for its client, in both kinds of files. */
  TlsFilesTest(@TempDir Path folder) throws Exception {
    this.folder = folder;
    Path file = folder.resolve("server.p12");
    new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-keyalg",
            "EC",
            "-alias",
            "server",
            "-dname",
            "CN=localhost",
            "-ext",
            "san=dns:localhost,ip:127.0.0.1",
            "-storetype",
            "PKCS12",
            "-storepass",
            PASSWORD,
            "-keystore",
            file.toString())
        .inheritIO()
        .start()
        .waitFor();
    store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD.toCharArray());
    }
    write("server.pem", "CERTIFICATE", store.getCertificate("server").getEncoded());
    write("server.key", "PRIVATE KEY", store.getKey("server", PASSWORD.toCharArray()).getEncoded());
    Files.writeString(folder.resolve("password.txt"), PASSWORD + "\n");
  }

  private void write(String name, String what, byte[] der) throws IOException {
    String lines = Base64.getMimeEncoder().encodeToString(der);
    Files.writeString(
        folder.resolve(name),
        "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(what, lines, what));
  }

  /** A client that trusts the server, and has a certificate itself or not. */
  private int status(TestServer server, boolean withCertificate) throws Exception {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD.toCharArray());
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("server", store.getCertificate("server"));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(withCertificate ? keys.getKeyManagers() : null, trust.getTrustManagers(), null);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("https://localhost:" + server.port() + "/health/live"))
            .build();
    return HttpClient.newBuilder()
        .sslContext(context)
        .build()
        .send(request, BodyHandlers.ofString())
        .statusCode();
  }

  @Test
  void pem() throws Exception {
    try (TestServer server =
        TestServer.of(
            "--model=" + TestServer.folders("category-slopes"),
            "--tlsCertificate=" + folder.resolve("server.pem"),
            "--tlsKey=" + folder.resolve("server.key"))) {
      assertThat(status(server, false)).isEqualTo(200);
    }
  }

  @Test
  void onlyClientsWithACertificate() throws Exception {
    try (TestServer server =
        TestServer.of(
            "--model=" + TestServer.folders("category-slopes"),
            "--tlsKeyStore=" + folder.resolve("server.p12"),
            "--tlsPasswordFile=" + folder.resolve("password.txt"),
            "--tlsClientCa=" + folder.resolve("server.pem"))) {
      assertThat(status(server, true)).isEqualTo(200);
      assertThatThrownBy(() -> status(server, false)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void aKeyOfAnotherKindIsNotQuoted() throws Exception {
    Path key =
        Files.writeString(folder.resolve("rsa.key"), "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n");
    assertThatThrownBy(() -> TlsFiles.ofPem(folder.resolve("server.pem"), key, null))
        .hasMessageContaining("openssl pkcs8")
        .hasMessageNotContaining("AAAA");
    assertThatThrownBy(
            () -> TlsFiles.ofPem(folder.resolve("server.key"), folder.resolve("server.key"), null))
        .hasMessageContaining("BEGIN CERTIFICATE");
    Tls tls = TlsFiles.ofPem(folder.resolve("server.pem"), folder.resolve("server.key"), null);
    assertThat(tls.asksForClients()).isFalse();
  }
}
