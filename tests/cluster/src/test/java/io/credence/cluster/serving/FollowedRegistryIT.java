package io.credence.cluster.serving;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.credence.cluster.scoring.Models;
import io.credence.cluster.scoring.S3Request;
import io.credence.cluster.scoring.Shared;
import io.credence.cluster.scoring.WarmCredence;
import io.credence.kit.process.Checkout;
import io.credence.kit.process.Eventually;
import io.credence.kit.store.S3Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The packaged server follows an alias of a registry in a store. */
@Timeout(180)
@ExtendWith(Shared.class)
class FollowedRegistryIT {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String FLIGHT =
      "{\"instances\": [{\"dep_delay\": 5, \"distance\": 50, \"carrier\": \"9E\", \"month\": 1}]}";

  @TempDir Path folder;

  @Test
  void aPromotionAndARollback(S3Server store) throws Exception {
    for (String version : List.of("1.0.0", "1.0.1")) {
      Path model = Models.copy(Checkout.FLIGHTS, folder.resolve(version));
      Models.replace(model, "version: 1.0.0", "version: " + version);
      registry("register", "--model=" + model);
    }
    promote("1.0.0", store);
    try (Server server =
        Server.start(
            folder,
            S3Server.credentials(),
            "registry:s3://" + S3Request.MODELS + "/followed/flights@champion",
            "--s3Endpoint=" + store.endpoint(),
            "--registryPoll=1")) {
      assertServed(server, "1.0.0");
      promote("1.0.1", store);
      assertServed(server, "1.0.1");
      registry("rollback", "--name=flights");
      copy(store);
      assertServed(server, "1.0.0");
    }
  }

  private void promote(String version, S3Server store) throws IOException {
    registry("promote", "--name=flights", "--version=" + version, "--force", "--reason=a test");
    copy(store);
  }

  private void registry(String action, String... options) {
    WarmCredence.succeed(
        Stream.concat(
                Stream.of("registry", action, "--registry=" + folder.resolve("registry")),
                Stream.of(options))
            .toArray(String[]::new));
  }

  /** This store creates no file once, so that the registry is written on a disk. */
  private void copy(S3Server store) throws IOException {
    Path root = folder.resolve("registry");
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        store.put(file, S3Request.MODELS, "followed/" + root.relativize(file));
      }
    }
  }

  private static void assertServed(Server server, String version) throws IOException {
    Eventually.await(
        version,
        PATIENCE,
        List.of(server.process()),
        () -> {
          JsonNode model = server.get("/health/ready").at("/models/0");
          return model.get("version").asText().equals(version);
        });
    JsonNode answer =
        server.ask("/v1/models/flights@champion:predict", new ObjectMapper().readTree(FLIGHT));
    assertThat(answer.get("model_version").asText()).isEqualTo(version);
  }
}
