package io.credence.kit.kafka;

import io.credence.kit.process.Checkout;
import io.credence.kit.process.Eventually;
import io.credence.kit.process.KitFailure;
import io.credence.kit.process.ManagedProcess;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * TLS and a password (SASL_SSL with PLAIN): what the broker needs for it, and what clients need.
 */
final class KafkaSecurity {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String LOGIN = "org.apache.kafka.common.security.plain.PlainLoginModule";
  private static final String ALIAS = "broker";
  private static final String STORE_PASSWORD = "store-password";

  private final Path keys;
  private final Path trusted;
  private final String user;
  private final String password;

  private KafkaSecurity(Path folder, String user, String password) {
    this.keys = folder.resolve("keys.p12").toAbsolutePath();
    this.trusted = folder.resolve("trusted.p12").toAbsolutePath();
    this.user = user;
    this.password = password;
  }

  /** Makes a certificate for 127.0.0.1 that is signed by itself. */
  static KafkaSecurity create(Path folder, String user, String password) throws IOException {
    KafkaSecurity security = new KafkaSecurity(folder, user, password);
    security.makeKeys(folder);
    security.trustThem();
    return security;
  }

  private void makeKeys(Path folder) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Checkout.KEYTOOL.toString(),
            "-genkeypair",
            "-keystore",
            keys.toString(),
            "-storetype",
            "PKCS12",
            "-storepass",
            STORE_PASSWORD,
            "-alias",
            ALIAS,
            "-dname",
            "CN=localhost",
            "-ext",
            // Clients compare it with what they connect to.
            "san=ip:127.0.0.1,dns:localhost",
            "-keyalg",
            "EC",
            "-groupname",
            "secp256r1",
            "-validity",
            "2");
    try (ManagedProcess keytool =
        ManagedProcess.start("keytool", folder.resolve("keytool.log"), builder)) {
      if (keytool.awaitExit(PATIENCE) != 0) {
        throw new KitFailure(Eventually.report("No keystore", List.of(keytool)));
      }
    }
  }

  /** Clients get the certificate alone, not its key. */
  private void trustThem() throws IOException {
    try (InputStream in = Files.newInputStream(keys);
        OutputStream out = Files.newOutputStream(trusted)) {
      KeyStore from = KeyStore.getInstance("PKCS12");
      from.load(in, STORE_PASSWORD.toCharArray());
      KeyStore to = KeyStore.getInstance("PKCS12");
      to.load(null, null);
      to.setCertificateEntry(ALIAS, from.getCertificate(ALIAS));
      to.store(out, STORE_PASSWORD.toCharArray());
    } catch (GeneralSecurityException e) {
      throw new KitFailure("No truststore", e);
    }
  }

  /** Entries of server.properties. The broker is a client of itself, too. */
  Map<String, String> server() {
    return Map.ofEntries(
        Map.entry("listener.security.protocol.map", "CLIENT:SASL_SSL,CONTROLLER:PLAINTEXT"),
        Map.entry("sasl.enabled.mechanisms", "PLAIN"),
        Map.entry("sasl.mechanism.inter.broker.protocol", "PLAIN"),
        Map.entry(
            "listener.name.client.plain.sasl.jaas.config",
            jaas(user, password, " user_%s=%s".formatted(user, quoted(password)))),
        Map.entry("ssl.keystore.type", "PKCS12"),
        Map.entry("ssl.keystore.location", keys.toString()),
        Map.entry("ssl.keystore.password", STORE_PASSWORD),
        Map.entry("ssl.truststore.type", "PKCS12"),
        Map.entry("ssl.truststore.location", trusted.toString()),
        Map.entry("ssl.truststore.password", STORE_PASSWORD));
  }

  /** What a client needs besides the address. */
  Map<String, String> client() {
    return Map.of(
        "security.protocol",
        "SASL_SSL",
        "sasl.mechanism",
        "PLAIN",
        "sasl.jaas.config",
        jaas(user, password, ""),
        "ssl.truststore.type",
        "PKCS12",
        "ssl.truststore.location",
        trusted.toString(),
        "ssl.truststore.password",
        STORE_PASSWORD);
  }

  private static String jaas(String user, String password, String more) {
    return "%s required username=%s password=%s%s;"
        .formatted(LOGIN, quoted(user), quoted(password), more);
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
