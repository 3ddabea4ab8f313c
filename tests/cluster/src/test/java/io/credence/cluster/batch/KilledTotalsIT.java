package io.credence.cluster.batch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.credence.cluster.scoring.Credence;
import io.credence.cluster.scoring.Request;
import io.credence.cluster.scoring.Results;
import io.credence.cluster.scoring.WarmCredence;
import io.credence.kit.flink.FlinkCluster;
import io.credence.kit.flink.FlinkRest;
import io.credence.kit.process.Eventually;
import io.credence.kit.process.ManagedProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Totals are the same to the byte, wherever they are summed up, also when a worker is lost. */
@Timeout(600)
@Tag("long")
class KilledTotalsIT {

  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final String JOB = "totals-killed";

  @TempDir Path folder;

  @Test
  void alsoWhenAWorkerIsLost() throws Exception {
    Request flights = Request.flights(folder.resolve("in"), 4, 500);
    WarmCredence.succeed(arguments(flights, "direct"));
    Results direct = new Results(folder.resolve("direct"));
    Credence credence = new Credence(folder);
    credence.succeed(
        PATIENCE, arguments(flights, "embedded", "--flinkMaster=[local]", "--parallelism=2"));
    new Results(folder.resolve("embedded")).assertSame(direct);
    try (FlinkCluster cluster =
        FlinkCluster.start(Files.createDirectories(folder.resolve("cluster")), 2, 1, Map.of())) {
      String[] onCluster = {
        "--flinkMaster=" + cluster.address(),
        "--flinkConfDir=" + cluster.conf(),
        "--parallelism=2",
        "--jobName=" + JOB
      };
      try (ManagedProcess submitter = credence.start(arguments(flights, "killed", onCluster))) {
        awaitSumming(cluster, submitter);
        cluster.taskManager(1).kill();
        assertThat(new Results(folder.resolve("killed")).lookWhole()).isFalse();
        cluster.startTaskManager();
        assertThat(submitter.awaitExit(PATIENCE)).as(submitter.text()).isZero();
      }
    }
    new Results(folder.resolve("killed")).assertSame(direct);
  }

  private String[] arguments(Request flights, String output, String... more) {
    String[] arguments = flights.arguments(folder.resolve(output));
    arguments[0] = "aggregate";
    return Request.and(
        Request.and(
            arguments,
            "--keyField=flight_id",
            "--duplicates=report",
            "--sum=arr_delay",
            "--by=carrier,origin",
            "--by="),
        more);
  }

  private static void awaitSumming(FlinkCluster cluster, ManagedProcess submitter) {
    FlinkRest rest = new FlinkRest(cluster.rest());
    Eventually.await(
        "records are summed up",
        PATIENCE,
        cluster.processes(),
        () -> {
          assertThat(submitter.isAlive()).as(submitter.text()).isTrue();
          Optional<FlinkRest.Job> job = rest.find(JOB);
          return job.isPresent() && isSumming(rest.job(job.get().id()));
        });
  }

  private static boolean isSumming(JsonNode job) {
    for (JsonNode vertex : job.path("vertices")) {
      if (vertex.path("name").asText().contains("score and sum")) {
        return vertex.path("status").asText().equals("RUNNING");
      }
    }
    return false;
  }
}
