package io.credence.server;

import io.credence.server.access.ApiKeys;
import io.credence.server.access.TlsFiles;
import io.credence.server.http.Address;
import io.credence.server.http.Doorkeeper;
import io.credence.server.http.Tls;
import io.credence.server.options.ServeOption;
import io.credence.server.options.ServeOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the files that say who may ask, and reports all of their faults together. */
final class AccessOptions {

  private final ServeOptions options;
  private final List<String> problems;

  AccessOptions(ServeOptions options, List<String> problems) {
    this.options = options;
    this.problems = problems;
  }

  /** What a file holds. */
  @FunctionalInterface
  private interface Reading<T> {
    T of(Path file) throws IOException, GeneralSecurityException;
  }

  /** Null where the option is not given, or has a fault, which is reported. */
  private <T> @Nullable T read(ServeOption option, Reading<T> reading) {
    Optional<String> file = options.text(option);
    if (file.isEmpty()) {
      return null;
    }
    try {
      return reading.of(Path.of(file.get()));
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      problems.add("--%s=%s: %s".formatted(option.option(), file.get(), FileFailures.line(e)));
      return null;
    }
  }

  /** Whom the server answers. */
  Doorkeeper doorkeeper() {
    Doorkeeper keys = read(ServeOption.API_KEYS, ApiKeys::of);
    return keys == null ? Doorkeeper.OPEN : keys;
  }

  /** Where the server listens, and how. */
  Address address() {
    return new Address(
        options.text(ServeOption.HOST).orElseThrow(), options.integer(ServeOption.PORT), tls());
  }

  private @Nullable Tls tls() {
    boolean pem = isGiven(ServeOption.TLS_CERTIFICATE);
    boolean store = isGiven(ServeOption.TLS_KEY_STORE);
    if (pem != isGiven(ServeOption.TLS_KEY)) {
      problems.add("--tlsCertificate and --tlsKey go together; give both, or none");
    } else if (store != isGiven(ServeOption.TLS_PASSWORD_FILE)) {
      problems.add("--tlsKeyStore and --tlsPasswordFile go together; give both, or none");
    } else if (store && pem) {
      problems.add(
          "--tlsCertificate and --tlsKeyStore: both would be the server's certificate; give one");
    } else if (isGiven(ServeOption.TLS_CLIENT_CA) && !store && !pem) {
      problems.add("--tlsClientCa needs --tlsCertificate and --tlsKey, or --tlsKeyStore");
    } else {
      List<Certificate> clients = read(ServeOption.TLS_CLIENT_CA, TlsFiles::certificates);
      KeyStore server = pem ? ofPem() : ofStore();
      return server == null ? null : TlsFiles.tls(server, clients);
    }
    return null;
  }

  private boolean isGiven(ServeOption option) {
    return options.text(option).isPresent();
  }

  private @Nullable KeyStore ofPem() {
    List<Certificate> chain = read(ServeOption.TLS_CERTIFICATE, TlsFiles::certificates);
    return chain == null ? null : read(ServeOption.TLS_KEY, file -> TlsFiles.ofPem(chain, file));
  }

  private @Nullable KeyStore ofStore() {
    String password = read(ServeOption.TLS_PASSWORD_FILE, TlsFiles::password);
    return password == null
        ? null
        : read(ServeOption.TLS_KEY_STORE, file -> TlsFiles.ofPkcs12(file, password));
  }
}
