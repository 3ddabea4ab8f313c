package io.credence.cluster.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.credence.cluster.scoring.Models;
import io.credence.cluster.scoring.S3Request;
import io.credence.cluster.scoring.Shared;
import io.credence.kit.process.Checkout;
import io.credence.kit.process.Eventually;
import io.credence.kit.process.ManagedProcess;
import io.credence.kit.store.S3Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The packaged server loads models of a store, and looks there for new versions. */
@Timeout(180)
@ExtendWith(Shared.class)
class StoredModelIT {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String MODEL = "s3://" + S3Request.MODELS + "/served/flights/";
  private static final String POINT = "/predict/v1.0.0/point";
  private static final String FLIGHT =
      "{\"data\": {\"dep_delay\": 5, \"distance\": 50, \"carrier\": \"9E\", \"month\": 1}}";

  @TempDir Path folder;

  @Test
  void aModelOfAStoreHasTheBitsOfALocalOne(S3Server store) throws Exception {
    Path copy = Models.copy(Checkout.FLIGHTS, folder.resolve("copy"));
    String local;
    try (Server server = Server.start(folder, copy)) {
      local = server.post(POINT, FLIGHT).body();
    }
    store.putFolder(copy, S3Request.MODELS, "served/flights");
    try (Server server =
        Server.start(folder, S3Server.credentials(), MODEL, "--s3Endpoint=" + store.endpoint())) {
      assertThat(server.post(POINT, FLIGHT).body()).isEqualTo(local);
      assumeThat(server.process().text()).doesNotContain("nohup");
      Models.replace(copy, "version: 1.0.0", "version: 1.0.1");
      store.putFolder(copy, S3Request.MODELS, "served/flights");
      new ProcessBuilder("kill", "-HUP", Long.toString(server.process().pid())).start().waitFor();
      Eventually.await(
          "the new version", PATIENCE, List.of(server.process()), () -> served(server, "1.0.1"));
    }
  }

  private static boolean served(Server server, String version) throws IOException {
    JsonNode model = server.get("/health/ready").at("/models/0");
    return model.get("version").asText().equals(version);
  }

  @Test
  void whatIsNotThereIsNamed(S3Server store) throws Exception {
    assertThat(refusal(store, S3Server.credentials(), "s3://models/none")).contains("model.yaml");
    assertThat(refusal(store, S3Server.credentials(), "s3://nowhere/m"))
        .contains("s3://nowhere/m/model.yaml: there is no such bucket (404)");
    Map<String, String> strangers =
        Map.of("AWS_ACCESS_KEY_ID", "a-stranger", "AWS_SECRET_ACCESS_KEY", "wrong");
    assertThat(refusal(store, strangers, MODEL))
        .contains("access is denied", "403")
        .doesNotContain("wrong");
  }

  /** What a server says that does not start. */
  private String refusal(S3Server store, Map<String, String> credentials, String model)
      throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            Checkout.JAVA.toString(),
            "-jar",
            Checkout.SERVER_JAR.toString(),
            "serve",
            "--model=" + model,
            "--s3Endpoint=" + store.endpoint());
    builder.environment().putAll(credentials);
    Path log = Files.createTempFile(folder, "refused-", ".log");
    try (ManagedProcess process = ManagedProcess.start("refused", log, builder)) {
      assertThat(process.awaitExit(PATIENCE)).isEqualTo(2);
      assertThat(process.text()).doesNotContain("Exception");
      return process.text();
    }
  }
}
