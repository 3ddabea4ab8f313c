package io.credence.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.credence.server.access.TestCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The request that a server prints works as it stands, once its variables are set. */
class GreetingTest {

  private static final String MODEL = "--model=" + TestServer.folders("flights");
  private static final String SECRET = "a-key-of-tests";

  private final Path folder;

  GreetingTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** Runs the line that begins with curl. */
  private static JsonNode answer(TestServer server, Map<String, String> variables)
      throws IOException, InterruptedException {
    String line =
        server.greeting().stream()
            .filter(each -> each.startsWith("  curl "))
            .findFirst()
            .orElseThrow();
    ProcessBuilder shell = new ProcessBuilder("bash", "-c", line.strip() + " -sS");
    shell.environment().putAll(variables);
    Process process = shell.redirectErrorStream(true).start();
    String text = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(line + " " + text).isZero();
    return new ObjectMapper().readTree(text);
  }

  private static void requireAnswer(JsonNode answer) {
    assertThat(answer.path("y_pred_lower").isNumber()).as(answer.toString()).isTrue();
  }

  private List<String> withTls(String names) throws Exception {
    TestCertificate.write(folder, names);
    return new ArrayList<>(
        List.of(
            MODEL,
            "--tlsCertificate=" + folder.resolve("server.pem"),
            "--tlsKey=" + folder.resolve("server.key")));
  }

  private static TestServer start(List<String> options) throws IOException {
    return TestServer.of(options.toArray(String[]::new));
  }

  @Test
  void aServerForAll() throws Exception {
    try (TestServer server = TestServer.of(MODEL)) {
      requireAnswer(answer(server, Map.of()));
    }
  }

  @Test
  void aRecordHasItsKey() throws Exception {
    try (TestServer server = TestServer.of(MODEL, "--keyField=flight's \"id\"")) {
      JsonNode answer = answer(server, Map.of());
      requireAnswer(answer);
      assertThat(answer.get("record_id").asText()).isEqualTo("1");
    }
    try (TestServer server = TestServer.of(MODEL, "--keyField=carrier")) {
      requireAnswer(answer(server, Map.of()));
    }
  }

  /** What is printed names a variable, and never a key. */
  @Test
  void aKeyOfTheClient() throws Exception {
    Path keys = folder.resolve("keys.txt");
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(SECRET.getBytes(UTF_8));
    Files.writeString(keys, HexFormat.of().formatHex(hash) + "  tests\n");
    try (TestServer server = TestServer.of(MODEL, "--apiKeys=" + keys)) {
      requireAnswer(answer(server, Map.of("CREDENCE_KEY", SECRET)));
      assertThat(answer(server, Map.of("CREDENCE_KEY", "another")).get("code").asText())
          .isEqualTo("UNAUTHORIZED");
      assertThat(server.greeting())
          .contains("  Here, CREDENCE_KEY is one of the keys of --apiKeys");
    }
  }

  @Test
  void encryptedForItsAddress() throws Exception {
    try (TestServer server = start(withTls("dns:localhost,ip:127.0.0.1"))) {
      requireAnswer(answer(server, Map.of()));
      assertThat(server.greeting().toString()).doesNotContain("--connect-to");
    }
  }

  @Test
  void encryptedForAName() throws Exception {
    try (TestServer server = start(withTls("dns:*.example.com,dns:api.example.com"))) {
      requireAnswer(answer(server, Map.of()));
      assertThat(server.greeting().toString())
          .contains("Listens at https://127.0.0.1:" + server.port() + ";")
          .contains("https://api.example.com:" + server.port() + "/predict");
    }
  }

  @Test
  void clientsWithCertificates() throws Exception {
    TestCertificate.write(folder, "ip:127.0.0.1");
    try (TestServer server =
        TestServer.of(
            MODEL,
            "--tlsKeyStore=" + folder.resolve("server.p12"),
            "--tlsPasswordFile=" + folder.resolve("password.txt"),
            "--tlsClientCa=" + folder.resolve("server.pem"))) {
      requireAnswer(
          answer(
              server,
              Map.of(
                  "CREDENCE_CA",
                  folder.resolve("server.pem").toString(),
                  "CREDENCE_CLIENT",
                  folder.resolve("client.pem").toString())));
    }
  }
}
