package io.credence.cluster.batch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.credence.cluster.scoring.Credence;
import io.credence.cluster.scoring.Models;
import io.credence.cluster.scoring.Request;
import io.credence.cluster.scoring.Results;
import io.credence.cluster.scoring.SeveralOutputs;
import io.credence.cluster.scoring.Shared;
import io.credence.kit.flink.FlinkCluster;
import io.credence.kit.flink.FlinkRest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Wherever a job runs, and on however many workers, its files are the same to the byte. */
@Timeout(300)
@ExtendWith(Shared.class)
class SameBitsIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir static Path folder;
  private static FlinkCluster cluster;

  @BeforeAll
  static void start(FlinkCluster shared) {
    cluster = shared;
  }

  @Test
  void ofSeveralOutputs() throws Exception {
    Path model = SeveralOutputs.write(folder.resolve("slopes"));
    Request slopes = Request.slopes(folder.resolve("slopes-in"), 5, 200);
    Results direct = sameOnTheCluster("several", slopes.withModel(model.toString()), 2);
    assertThat(direct.account().path("read").intValue()).isEqualTo(5 * 2_000);
    assertThat(direct.account().path("outputs")).hasSize(5);
  }

  @Test
  void ofFlights() throws Exception {
    Request flights = Request.flights(folder.resolve("flights-in"), 5, 200);
    Results direct = sameOnTheCluster("flights", flights, 1, 4);
    run("flights-embedded", flights, "--flinkMaster=[local]").assertSame(direct);
    assertThat(direct.account().path("scored").intValue())
        .isEqualTo(5 * (Request.FLIGHTS - Request.CANCELLED));
    assertThat(codes(direct)).containsExactly("MISSING_FEATURE");
  }

  @Test
  void ofDeadLettersOfSeveralKinds() throws Exception {
    Path model = Models.copy(Request.FLIGHTS_MODEL, folder.resolve("strict"));
    Models.replace(model, "max: 1440", "max: 60");
    Models.replace(model, "levels: carrier", "levels: [AA, B6, DL, EV, MQ, UA, US, WN]");
    Models.replace(model, "unseen:", "# unseen:");
    Models.replace(model, "\n  carrier:\n", "\n#\n");
    Models.replace(model, "\n    alpha_carrier: normal", "\n# ");
    Request flights = Request.flights(folder.resolve("strict-in"), 3, 20);
    Results direct = sameOnTheCluster("strict", flights.withModel(model.toString()), 4);
    assertThat(codes(direct)).containsExactly("MISSING_FEATURE", "OUT_OF_RANGE", "UNSEEN_LEVEL");
  }

  @Test
  void ofTotals() throws Exception {
    Request flights = Request.flights(folder.resolve("totals-in"), 4, 100);
    String[] totals = {
      "--keyField=flight_id",
      "--duplicates=report",
      "--sum=arr_delay",
      "--by=carrier,origin",
      "--by=dest",
      "--by="
    };
    Results direct = aggregate("totals-direct", flights, totals);
    assertThat(direct.account().path("outputs").path(0).path("records").intValue())
        .isGreaterThan(100);
    aggregate(
            "totals-cluster",
            flights,
            Request.and(totals, "--flinkMaster=" + cluster.address(), "--parallelism=4"))
        .assertSame(direct);
  }

  private static Results aggregate(String name, Request request, String... options)
      throws IOException {
    Path output = folder.resolve(name);
    String[] arguments = request.arguments(output, options);
    arguments[0] = "aggregate";
    new Credence(folder).succeed(PATIENCE, arguments);
    return new Results(output);
  }

  private static Results sameOnTheCluster(String name, Request request, int... parallelisms)
      throws IOException {
    Results direct = run(name + "-direct", request);
    for (int parallelism : parallelisms) {
      String job = name + "-" + parallelism;
      Results results =
          run(
              job,
              request,
              "--flinkMaster=" + cluster.address(),
              "--jobName=" + job,
              "--parallelism=" + parallelism);
      results.assertSame(direct);
      assertThat(parallelismOfScoring(job)).isEqualTo(parallelism);
    }
    return direct;
  }

  private static Results run(String name, Request request, String... options) throws IOException {
    Path output = folder.resolve(name);
    new Credence(folder).succeed(PATIENCE, request.arguments(output, options));
    return new Results(output);
  }

  private static int parallelismOfScoring(String jobName) throws IOException {
    FlinkRest rest = new FlinkRest(cluster.rest());
    return rest.parallelism(rest.find(jobName).orElseThrow().id(), "score");
  }

  private static List<String> codes(Results results) throws IOException {
    ObjectNode codes = (ObjectNode) results.account().path("dead_letters").path("by_code");
    return codes.properties().stream().map(Map.Entry::getKey).toList();
  }
}
