package io.credence.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.credence.server.TestServer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiKeysTest {

  /** printf %s open-sesame | sha256sum */
  private static final String HASH =
      "d7ecdf25eaf3deba0f2628771dbdd22d4138ab6cf38f91ed02a2ca0dec7c8ab7";

  private final Path folder;

  ApiKeysTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Path file(String content) throws IOException {
    return Files.writeString(folder.resolve("keys.txt"), content);
  }

  @Test
  void onlyWhoHasAKey() throws IOException {
    Path keys = file("# ours\n\n" + "0".repeat(64) + "\n" + HASH + "  a client\n");
    try (TestServer server =
        TestServer.of("--model=" + TestServer.folders("category-slopes"), "--apiKeys=" + keys)) {
      HttpResponse<String> none = server.get("/metrics");
      JsonNode refusal = server.refused(401, none);
      assertThat(refusal.get("error").asText()).contains("Authorization: Bearer KEY");
      assertThat(none.headers().firstValue("WWW-Authenticate")).contains("Bearer");
      server.refused(401, server.get("/no/such/path"));
      server.refused(
          401, server.send(server.to("/metrics").header("Authorization", "Bearer sesame")));
      assertThat(
              server
                  .send(server.to("/metrics").header("Authorization", "Bearer open-sesame"))
                  .statusCode())
          .isEqualTo(200);
      assertThat(server.send(server.to("/metrics").header("X-API-Key", "open-sesame")).statusCode())
          .isEqualTo(200);
      assertThat(server.get("/health/ready").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aKeyInTheFileIsNotQuoted() throws IOException {
    Path keys = file("open-sesame\n");
    assertThatThrownBy(() -> ApiKeys.of(keys))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("line 1 must be the SHA-256")
        .hasMessageNotContaining("sesame");
  }

  @Test
  void aFileWithoutKeys() throws IOException {
    Path keys = file("# none yet\n");
    assertThatThrownBy(() -> ApiKeys.of(keys)).hasMessageContaining("has no key");
  }
}
