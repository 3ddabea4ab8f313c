package io.credence.cluster.batch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.credence.cluster.scoring.Credence;
import io.credence.cluster.scoring.Request;
import io.credence.cluster.scoring.Shared;
import io.credence.kit.flink.FlinkCluster;
import io.credence.kit.flink.FlinkRest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * What Flink's REST tells of a job. Beam's runner keeps its metrics in an accumulator, to which
 * each task of a batch adds when it ends.
 */
@Timeout(300)
@ExtendWith(Shared.class)
class MetricsIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int FILES = 12;
  private static final int SAMPLES = 200;
  private static final String JOB = "watched";

  @TempDir static Path folder;
  private static FlinkCluster cluster;
  private static FlinkRest rest;

  @BeforeAll
  static void start(FlinkCluster shared) {
    cluster = shared;
    rest = new FlinkRest(cluster.rest());
  }

  @Test
  void addUpToWhatWasScored() throws Exception {
    Request request = Request.flights(folder.resolve("in"), FILES, SAMPLES);
    String[] options = {
      "--flinkMaster=" + cluster.address(), "--parallelism=2", "--jobName=" + JOB
    };
    new Credence(folder).succeed(PATIENCE, request.arguments(folder.resolve("out"), options));
    Map<String, Long> metrics = metrics();
    long read = (long) FILES * Request.FLIGHTS;
    long unscored = (long) FILES * Request.CANCELLED;
    assertThat(metrics)
        .containsEntry("records_read", read)
        .containsEntry("records_scored", read - unscored)
        .containsEntry("dead_letters_MISSING_FEATURE", unscored)
        .containsEntry("samples_drawn", (read - unscored) * SAMPLES)
        .containsEntry("scoring_ns_per_record", read) // How many there are is what it says first.
        .containsEntry("model_loads", 2L)
        .hasEntrySatisfying("scoring_ns", ns -> assertThat(ns).isGreaterThan(read));
    assertThat(metrics.keySet())
        .anyMatch(name -> name.matches("model_info_flights_1\\.0\\.0_[0-9a-f]{12}"));
  }

  /** Each by its name, with the first of its numbers; none while there is no job. */
  private static Map<String, Long> metrics() throws IOException {
    Map<String, Long> metrics = new TreeMap<>();
    FlinkRest.Job job = rest.find(JOB).orElse(null);
    if (job == null) {
      return metrics;
    }
    JsonNode accumulators = rest.get("/jobs/" + job.id() + "/accumulators");
    for (JsonNode accumulator : accumulators.path("user-task-accumulators")) {
      JsonNode value = JSON.readTree(accumulator.path("value").textValue());
      for (JsonNode metric : value.path("metrics").path("attempted")) {
        JsonNode labels = metric.path("labels");
        if (labels.path("NAMESPACE").textValue().equals("credence")) {
          metrics.put(
              labels.path("NAME").textValue(),
              varint(Base64.getDecoder().decode(metric.path("payload").textValue())));
        }
      }
    }
    return metrics;
  }

  /** The first number of a payload: seven bits in each byte, the lowest first. */
  private static long varint(byte[] payload) {
    long number = 0;
    int shift = 0;
    for (byte part : payload) {
      number |= (part & 0x7fL) << shift;
      shift += 7;
      if (part >= 0) {
        break;
      }
    }
    return number;
  }
}
