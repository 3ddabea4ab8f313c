package io.credence.server;

import io.credence.server.http.Tls;
import io.credence.server.options.ServeOption;
import io.credence.server.options.ServeOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a client of a server needs to be let in, for the request that the server prints. What is
 * secret is a variable of the shell there.
 */
final class ClientAccess {

  private final String address;
  private final @Nullable Tls tls;
  private final List<String> arguments = new ArrayList<>();
  private final List<String> variables = new ArrayList<>();

  /**
   * @param address where the server listens: a host and a port
   */
  ClientAccess(ServeOptions options, String address, @Nullable Tls tls) {
    this.address = address;
    this.tls = tls;
    if (tls != null) {
      addTls(options, tls);
    }
    if (options.text(ServeOption.API_KEYS).isPresent()) {
      arguments.addAll(List.of("-H", "\"Authorization: Bearer $CREDENCE_KEY\""));
      variables.add("CREDENCE_KEY is one of the keys of --apiKeys");
    }
  }

  private void addTls(ServeOptions options, Tls encrypted) {
    Optional<String> certificate = options.text(ServeOption.TLS_CERTIFICATE);
    if (certificate.isPresent()) {
      arguments.addAll(List.of("--cacert", Example.quoted(certificate.get())));
    } else {
      arguments.addAll(List.of("--cacert", "\"$CREDENCE_CA\""));
      variables.add("CREDENCE_CA is a PEM file with the server's certificate, or its authority's");
    }
    if (encrypted.asksForClients()) {
      arguments.addAll(List.of("--cert", "\"$CREDENCE_CLIENT\""));
      variables.add("CREDENCE_CLIENT is a PEM file with a client's certificate and its key");
    }
    if (certifiedName().isPresent()) {
      arguments.addAll(List.of("--connect-to", Example.quoted("::" + address)));
    }
  }

  /** A name that the certificate is made for, when it is not made for the address. */
  private Optional<String> certifiedName() {
    String host = address.substring(0, address.lastIndexOf(':'));
    return tls == null || tls.names().contains(host)
        ? Optional.empty()
        : tls.names().stream().filter(name -> name.matches("[A-Za-z][A-Za-z0-9.-]*")).findFirst();
  }

  /** Arguments of curl. */
  List<String> arguments() {
    return arguments;
  }

  /** What the variables in the arguments stand for. */
  List<String> variables() {
    return variables;
  }

  /** Where a client asks. */
  String url() {
    String port = address.substring(address.lastIndexOf(':'));
    return (tls == null ? "http://" : "https://")
        + certifiedName().map(name -> name + port).orElse(address);
  }
}
