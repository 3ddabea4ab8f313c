package io.credence.server.access;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/** A certificate that signs itself, for a server and for its clients, in files of each kind. */
public final class TestCertificate {

  /** Of the key store. */
  public static final String PASSWORD = "changeit";

  private TestCertificate() {}

  /**
   * Writes server.p12 and password.txt, server.pem and server.key, and client.pem, which has both.
   *
   * @param names as keytool has them, such as {@code dns:localhost}
   */
  public static KeyStore write(Path folder, String names)
      throws GeneralSecurityException, IOException, InterruptedException {
    Path file = folder.resolve("server.p12");
    new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-keyalg",
            "EC",
            "-alias",
            "server",
            "-dname",
            "CN=test",
            "-ext",
            "san=" + names,
            "-storetype",
            "PKCS12",
            "-storepass",
            PASSWORD,
            "-keystore",
            file.toString())
        .inheritIO()
        .start()
        .waitFor();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD.toCharArray());
    }
    String certificate = pem("CERTIFICATE", store.getCertificate("server").getEncoded());
    String key = pem("PRIVATE KEY", store.getKey("server", PASSWORD.toCharArray()).getEncoded());
    Files.writeString(folder.resolve("server.pem"), certificate);
    Files.writeString(folder.resolve("server.key"), key);
    Files.writeString(folder.resolve("client.pem"), certificate + key);
    Files.writeString(folder.resolve("password.txt"), PASSWORD + "\n");
    return store;
  }

  static String pem(String what, byte[] der) {
    String lines = Base64.getMimeEncoder().encodeToString(der);
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(what, lines, what);
  }
}
