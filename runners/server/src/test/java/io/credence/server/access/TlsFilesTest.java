package io.credence.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credence.server.TestServer;
import io.credence.server.http.Tls;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlsFilesTest {

  private static final String PASSWORD = TestCertificate.PASSWORD;

  private final Path folder;
  private final KeyStore store;

  /** One certificate for the server and for its client, in both kinds of files. */
  TlsFilesTest(@TempDir Path folder) throws Exception {
    this.folder = folder;
    this.store = TestCertificate.write(folder, "dns:localhost,ip:127.0.0.1");
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
  void aPairIsAccepted() throws Exception {
    List<Certificate> chain = TlsFiles.certificates(folder.resolve("server.pem"));
    assertThat(TlsFiles.tls(TlsFiles.ofPem(chain, folder.resolve("server.key")), null))
        .extracting(Tls::asksForClients, Tls::names)
        .containsExactly(false, List.of("localhost", "127.0.0.1"));
  }

  @Test
  void theKeyOfAnotherCertificate() throws Exception {
    KeyPair other = KeyPairGenerator.getInstance("EC").generateKeyPair();
    String pem = TestCertificate.pem("PRIVATE KEY", other.getPrivate().getEncoded());
    Files.writeString(folder.resolve("other.key"), pem);
    List<Certificate> chain = TlsFiles.certificates(folder.resolve("server.pem"));
    assertThatThrownBy(() -> TlsFiles.ofPem(chain, folder.resolve("other.key")))
        .isInstanceOf(GeneralSecurityException.class)
        .hasMessage("must have the private key of the certificate, but has that of another one");
  }

  /** As what would be looked at by a client alone. */
  @ParameterizedTest
  @ValueSource(strings = {"RSA", "RSASSA-PSS", "EC", "Ed25519", "Ed448"})
  void pairs(String algorithm) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
    KeyPair one = generator.generateKeyPair();
    KeyPair other = generator.generateKeyPair();
    KeyPairs.requirePair(one.getPrivate(), one.getPublic());
    assertThatThrownBy(() -> KeyPairs.requirePair(one.getPrivate(), other.getPublic()))
        .hasMessageContaining("another one");
  }

  @Test
  void whatIsNoPairOfKeys() throws Exception {
    Path key =
        Files.writeString(folder.resolve("rsa.key"), "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n");
    List<Certificate> chain = TlsFiles.certificates(folder.resolve("server.pem"));
    assertThatThrownBy(() -> TlsFiles.ofPem(chain, key))
        .hasMessageContaining("openssl pkcs8")
        .hasMessageNotContaining("AAAA");
    assertThatThrownBy(() -> TlsFiles.ofPem(chain, folder.resolve("server.p12")))
        .hasMessageContaining("openssl pkcs8");
    assertThatThrownBy(() -> TlsFiles.certificates(folder.resolve("server.key")))
        .hasMessageContaining("BEGIN CERTIFICATE");
    assertThatThrownBy(() -> TlsFiles.ofPkcs12(folder.resolve("server.p12"), "wrong"))
        .hasMessage("--tlsPasswordFile holds another password");
    assertThatThrownBy(() -> TlsFiles.ofPkcs12(folder.resolve("server.pem"), PASSWORD))
        .hasMessage("must be a file in PKCS#12");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\nsecond"})
  void noPassword(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("empty.txt"), text);
    assertThatThrownBy(() -> TlsFiles.password(file)).hasMessageContaining("first line");
  }
}
