package io.credence.server.access;

import io.credence.server.http.Tls;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Reads certificates and keys from files. */
public final class TlsFiles {

  private static final String ALIAS = "server";
  private static final char[] IN_MEMORY = {};

  private TlsFiles() {}

  /**
   * From PEM files.
   *
   * @param certificate the server's, and those between it and the root
   * @param key its private key in PKCS#8, not encrypted
   * @param clients the certificates of those who sign clients' certificates; null when clients need
   *     none
   * @throws GeneralSecurityException when one is not what it should be
   * @throws IOException when one can't be read
   */
  public static Tls ofPem(Path certificate, Path key, @Nullable Path clients)
      throws GeneralSecurityException, IOException {
    List<Certificate> chain = PemFile.certificates(certificate);
    KeyStore store = empty();
    store.setKeyEntry(
        ALIAS,
        PemFile.privateKey(key, chain.get(0).getPublicKey().getAlgorithm()),
        IN_MEMORY,
        chain.toArray(Certificate[]::new));
    return of(store, IN_MEMORY, clients);
  }

  /**
   * From a PKCS#12 file.
   *
   * @param password a file whose first line is the password
   * @param clients as for {@link #ofPem}
   */
  public static Tls ofPkcs12(Path file, Path password, @Nullable Path clients)
      throws GeneralSecurityException, IOException {
    char[] secret = Files.readAllLines(password).get(0).toCharArray();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, secret);
    }
    return of(store, secret, clients);
  }

  private static Tls of(KeyStore store, char[] password, @Nullable Path clients)
      throws GeneralSecurityException, IOException {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, password);
    TrustManagerFactory trust = null;
    if (clients != null) {
      KeyStore trusted = empty();
      for (Certificate each : PemFile.certificates(clients)) {
        trusted.setCertificateEntry("client-" + trusted.size(), each);
      }
      trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(trusted);
    }
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust == null ? null : trust.getTrustManagers(), null);
    return new Tls(context, trust != null);
  }

  private static KeyStore empty() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }
}
