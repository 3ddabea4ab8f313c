package io.credence.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What Flink shows of a job to those who watch it. */
@Timeout(300)
class MetricsIT {

  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final int FILES = 12;
  private static final int SAMPLES = 200;
  private static final String PREFIX = "credence.";

  @TempDir static Path folder;
  private static FlinkCluster cluster;
  private static FlinkRest rest;

  @BeforeAll
  static void start() throws Exception {
    cluster = FlinkCluster.start(folder.resolve("cluster"), 1, 1, Map.of());
    rest = new FlinkRest(cluster.rest());
  }

  @AfterAll
  static void stop() {
    cluster.close();
  }

  /** They are told after each split, and are gone soon after the last: so they are polled. */
  @Test
  void addUpToWhatWasScored() throws Exception {
    Request request = Request.flights(folder.resolve("in"), FILES, SAMPLES);
    try (ManagedProcess submitter =
        new Credence(folder)
            .start(
                request.arguments(
                    folder.resolve("out"),
                    "--flinkMaster=" + cluster.address(),
                    "--parallelism=1",
                    "--jobName=watched"))) {
      List<Map<String, Double>> seen = new ArrayList<>();
      Eventually.await(
          "the job ends",
          PATIENCE,
          cluster.processes(),
          () -> {
            Map<String, Double> metrics = metrics();
            if (metrics.containsKey("records_read")) {
              seen.add(metrics);
            }
            return !submitter.isAlive();
          });
      assertThat(submitter.awaitExit(PATIENCE)).as(submitter.text()).isZero();
      assertThat(seen).isNotEmpty();
      Map<String, Double> last = seen.get(seen.size() - 1);
      System.out.println(last);
      check(last);
    }
  }

  private static void check(Map<String, Double> metrics) {
    double splits = metrics.get("records_read") / Request.FLIGHTS;
    assertThat(splits).isBetween(2.0, (double) FILES).isEqualTo(Math.rint(splits));
    double scored = splits * (Request.FLIGHTS - Request.CANCELLED);
    assertThat(metrics)
        .containsEntry("records_scored", scored)
        .containsEntry("dead_letters_MISSING_FEATURE", splits * Request.CANCELLED)
        .containsEntry("samples_drawn", scored * SAMPLES)
        .containsEntry("model_loads", 1.0)
        .hasEntrySatisfying("scoring_ns", ns -> assertThat(ns).isPositive())
        .containsKey("scoring_ns_per_record");
    assertThat(metrics.keySet()).anyMatch(name -> name.matches("model_info_flights_1\\.0\\.0_[0-9a-f]{12}"));
  }

  /** Those of the vertex that scores, by their names in Credence; empty while there is none. */
  private static Map<String, Double> metrics() throws IOException {
    Map<String, Double> metrics = new TreeMap<>();
    FlinkRest.Job job = rest.find("watched").orElse(null);
    if (job == null) {
      return metrics;
    }
    for (Map.Entry<String, String> vertex : rest.vertices(job.id()).entrySet()) {
      if (vertex.getValue().contains("score")) {
        String[] names =
            rest.vertexMetricNames(job.id(), vertex.getKey()).stream()
                .filter(name -> name.contains("." + PREFIX))
                .toArray(String[]::new);
        if (names.length > 0) {
          rest.vertexMetrics(job.id(), vertex.getKey(), names)
              .forEach((name, value) -> metrics.put(name.replaceFirst(".*\\." + PREFIX, ""), value));
        }
      }
    }
    return metrics;
  }
}
