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

  /** Whom the server answers. */
  Doorkeeper doorkeeper() {
    Optional<String> file = options.text(ServeOption.API_KEYS);
    if (file.isPresent()) {
      try {
        return ApiKeys.of(Path.of(file.get()));
      } catch (IOException | IllegalArgumentException e) {
        problems.add("--apiKeys=%s: %s".formatted(file.get(), FileFailures.line(e)));
      }
    }
    return Doorkeeper.OPEN;
  }

  /** Where the server listens, and how. */
  Address address() {
    return new Address(
        options.text(ServeOption.HOST).orElseThrow(), options.integer(ServeOption.PORT), tls());
  }

  private @Nullable Tls tls() {
    Path clients = path(ServeOption.TLS_CLIENT_CA);
    Path certificate = path(ServeOption.TLS_CERTIFICATE);
    Path key = path(ServeOption.TLS_KEY);
    Path store = path(ServeOption.TLS_KEY_STORE);
    Path password = path(ServeOption.TLS_PASSWORD_FILE);
    if ((certificate == null) != (key == null)) {
      problems.add("--tlsCertificate and --tlsKey go together; give both, or none");
    } else if ((store == null) != (password == null)) {
      problems.add("--tlsKeyStore and --tlsPasswordFile go together; give both, or none");
    } else if (store != null && certificate != null) {
      problems.add(
          "--tlsCertificate and --tlsKeyStore: both would be the server's certificate; give one");
    } else if (clients != null && store == null && certificate == null) {
      problems.add("--tlsClientCa needs --tlsCertificate and --tlsKey, or --tlsKeyStore");
    }
    if (!problems.isEmpty()) {
      return null;
    }
    try {
      if (certificate != null && key != null) {
        return TlsFiles.ofPem(certificate, key, clients);
      }
      return store == null || password == null ? null : TlsFiles.ofPkcs12(store, password, clients);
    } catch (IOException | GeneralSecurityException e) {
      problems.add(
          (store == null ? "--tlsCertificate: " : "--tlsKeyStore: ") + FileFailures.line(e));
      return null;
    }
  }

  private @Nullable Path path(ServeOption option) {
    return options.text(option).map(Path::of).orElse(null);
  }
}
