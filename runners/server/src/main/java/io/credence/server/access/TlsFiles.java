package io.credence.server.access;

import io.credence.server.http.Tls;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * Reads certificates and keys from files. What would fail at the first handshake alone fails here.
 */
public final class TlsFiles {

  private static final String ALIAS = "server";
  private static final char[] IN_MEMORY = {};
  private static final int DNS = 2;
  private static final int IP = 7;

  private TlsFiles() {}

  /**
   * The certificates of a file in PEM, at least one.
   *
   * @throws GeneralSecurityException when it has none
   * @throws IOException when it can't be read
   */
  public static List<Certificate> certificates(Path file)
      throws GeneralSecurityException, IOException {
    return PemFile.certificates(file);
  }

  /**
   * A certificate and its key.
   *
   * @param chain the server's certificate, and those between it and the root
   * @param key a file with its private key in PEM, in PKCS#8, not encrypted
   * @throws GeneralSecurityException when there is none, or that of another certificate
   * @throws IOException when it can't be read
   */
  public static KeyStore ofPem(List<Certificate> chain, Path key)
      throws GeneralSecurityException, IOException {
    Certificate certificate = chain.get(0);
    return store(PemFile.privateKey(key, certificate.getPublicKey().getAlgorithm()), chain);
  }

  /**
   * The first line of a file.
   *
   * @throws IOException when there is none, or it can't be read
   */
  public static String password(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    if (lines.isEmpty() || lines.get(0).isEmpty()) {
      throw new IOException("its first line must be the password of --tlsKeyStore, but is empty");
    }
    return lines.get(0);
  }

  /**
   * The certificate of a PKCS#12 file and its key.
   *
   * @throws GeneralSecurityException when it has no such pair, or several
   * @throws IOException when it can't be read, or not with this password
   */
  public static KeyStore ofPkcs12(Path file, String password)
      throws GeneralSecurityException, IOException {
    char[] secret = password.toCharArray();
    KeyStore store = load(file, secret);
    List<String> keys = new ArrayList<>();
    for (String alias : Collections.list(store.aliases())) {
      if (store.isKeyEntry(alias)) {
        keys.add(alias);
      }
    }
    if (keys.size() != 1) {
      throw new KeyStoreException(
          "must have one private key, but has %s".formatted(keys.isEmpty() ? "none" : keys));
    }
    String alias = keys.get(0);
    if (!(store.getKey(alias, secret) instanceof PrivateKey key)) {
      throw new KeyStoreException("must have a private key, but has a secret one");
    }
    Certificate[] chain = store.getCertificateChain(alias);
    if (chain == null) {
      throw new KeyStoreException("must have the certificate of its key, but has none");
    }
    return store(key, List.of(chain));
  }

  private static KeyStore load(Path file, char[] password)
      throws GeneralSecurityException, IOException {
    byte[] bytes = Files.readAllBytes(file);
    KeyStore store = KeyStore.getInstance("PKCS12");
    try {
      store.load(new ByteArrayInputStream(bytes), password);
    } catch (IOException e) {
      // Java's own words for what is no such file are of ASN.1.
      throw new IOException(
          e.getCause() instanceof UnrecoverableKeyException
              ? "--tlsPasswordFile holds another password"
              : "must be a file in PKCS#12",
          e);
    }
    return store;
  }

  private static KeyStore store(PrivateKey key, List<Certificate> chain)
      throws GeneralSecurityException, IOException {
    KeyPairs.requirePair(key, chain.get(0).getPublicKey());
    KeyStore store = empty();
    store.setKeyEntry(ALIAS, key, IN_MEMORY, chain.toArray(Certificate[]::new));
    return store;
  }

  /**
   * How connections are encrypted.
   *
   * @param server its certificate and key, as they were read here
   * @param clients the certificates of those who sign clients' certificates; null when clients need
   *     none
   */
  public static Tls tls(KeyStore server, @Nullable List<Certificate> clients) {
    try {
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(server, IN_MEMORY);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(
          keys.getKeyManagers(), clients == null ? null : trust(clients).getTrustManagers(), null);
      return new Tls(context, clients != null, names(server.getCertificate(ALIAS)));
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("What was read is in memory", e);
    }
  }

  private static TrustManagerFactory trust(List<Certificate> clients)
      throws GeneralSecurityException, IOException {
    KeyStore trusted = empty();
    for (Certificate each : clients) {
      trusted.setCertificateEntry("client-" + trusted.size(), each);
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    return trust;
  }

  /** Each is a pair of a kind, which is a host's for two of them, and a text. */
  private static List<String> names(Certificate certificate) throws GeneralSecurityException {
    Collection<List<?>> all =
        certificate instanceof X509Certificate x509 ? x509.getSubjectAlternativeNames() : null;
    return all == null
        ? List.of()
        : all.stream()
            .filter(name -> name.get(0).equals(DNS) || name.get(0).equals(IP))
            .map(name -> name.get(1).toString())
            .toList();
  }

  private static KeyStore empty() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }
}
