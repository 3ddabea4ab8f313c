package io.credence.cluster.batch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.credence.cluster.scoring.Credence;
import io.credence.cluster.scoring.Request;
import io.credence.cluster.scoring.WarmCredence;
import io.credence.kit.flink.FlinkCluster;
import io.credence.kit.flink.FlinkRest;
import io.credence.kit.process.Eventually;
import io.credence.kit.process.ManagedProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An evaluation with labels in other files is the same to the byte, wherever it is done. */
@Timeout(600)
class EvaluateIT {

  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final List<String> FILES =
      List.of("evaluation.json", "segments.parquet", "pit.parquet");
  private static final String JOB = "evaluate-killed";

  @TempDir Path folder;

  @Test
  void alsoWhenAWorkerIsLost() throws Exception {
    Path input = Files.createDirectories(folder.resolve("in"));
    Files.copy(Request.FLIGHTS_MODEL.resolve("january.parquet"), input.resolve("january.parquet"));
    WarmCredence.succeed(arguments("direct"));
    JsonNode records =
        new ObjectMapper()
            .readTree(folder.resolve("direct/evaluation.json").toFile())
            .path("records");
    assertThat(records.path("read").intValue()).isEqualTo(Request.FLIGHTS);
    assertThat(records.path("evaluated").intValue()).isEqualTo(26_398);
    Credence credence = new Credence(folder);
    credence.succeed(PATIENCE, arguments("embedded", "--flinkMaster=[local]", "--parallelism=2"));
    assertSame("embedded");
    try (FlinkCluster cluster =
        FlinkCluster.start(Files.createDirectories(folder.resolve("cluster")), 2, 1, Map.of())) {
      String[] onCluster = {
        "--flinkMaster=" + cluster.address(),
        "--flinkConfDir=" + cluster.conf(),
        "--parallelism=2",
        "--jobName=" + JOB
      };
      try (ManagedProcess submitter = credence.start(arguments("killed", onCluster))) {
        awaitEvaluating(cluster, submitter);
        cluster.taskManager(1).kill();
        assertThat(folder.resolve("killed/evaluation.json")).doesNotExist();
        cluster.startTaskManager();
        assertThat(submitter.awaitExit(PATIENCE)).as(submitter.text()).isZero();
      }
    }
    assertSame("killed");
  }

  private String[] arguments(String output, String... more) {
    String[] arguments = {
      "evaluate",
      "--model=" + Request.FLIGHTS_MODEL,
      "--input=" + folder.resolve("in"),
      "--labels=" + folder.resolve("in"),
      "--labelKey=flight_id",
      "--label=arr_delay",
      "--by=origin",
      "--numSamples=200",
      "--output=" + folder.resolve(output)
    };
    return Request.and(arguments, more);
  }

  private static void awaitEvaluating(FlinkCluster cluster, ManagedProcess submitter) {
    FlinkRest rest = new FlinkRest(cluster.rest());
    Eventually.await(
        "records are evaluated",
        PATIENCE,
        cluster.processes(),
        () -> {
          assertThat(submitter.isAlive()).as(submitter.text()).isTrue();
          Optional<FlinkRest.Job> job = rest.find(JOB);
          return job.isPresent() && isEvaluating(rest.job(job.get().id()));
        });
  }

  private static boolean isEvaluating(JsonNode job) {
    for (JsonNode vertex : job.path("vertices")) {
      if (vertex.path("name").asText().contains("score and evaluate")) {
        return vertex.path("status").asText().equals("RUNNING");
      }
    }
    return false;
  }

  private void assertSame(String output) throws IOException {
    for (String file : FILES) {
      assertThat(folder.resolve(output).resolve(file))
          .as(output)
          .hasSameBinaryContentAs(folder.resolve("direct").resolve(file));
    }
  }
}
