package io.credence.cluster.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.credence.cluster.scoring.Credence;
import io.credence.cluster.scoring.Request;
import io.credence.cluster.scoring.Results;
import io.credence.cluster.scoring.S3Request;
import io.credence.cluster.scoring.Shared;
import io.credence.cluster.scoring.WarmCredence;
import io.credence.kit.flink.FlinkCluster;
import io.credence.kit.process.Outcome;
import io.credence.kit.store.S3Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What networks and stores do to a job that goes on for long. */
@Timeout(300)
@ExtendWith(Shared.class)
class S3FaultsIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int FILES = 6;

  @TempDir Path folder;
  private S3Server store;
  private String output;
  private S3Request request;

  @BeforeEach
  void start(S3Server shared, TestInfo test) throws Exception {
    store = shared;
    output = test.getTestMethod().orElseThrow().getName();
    Request local = Request.flights(folder.resolve("in"), FILES, 10);
    request = S3Request.put(store, "faults", local, FILES);
  }

  /** Of those of the submitter, and of those of the workers. */
  @Test
  void everyTenthRequestFailsAndNothingIsLost(FlinkCluster cluster) throws Exception {
    Results reference = new Results(folder.resolve("reference"));
    WarmCredence.succeed(request.local().arguments(reference.folder()));
    try (FaultyProxy proxy = FaultyProxy.before(store.endpoint(), Fault.everyTenth(42))) {
      new Credence(folder, S3Server.credentials())
          .succeed(
              PATIENCE,
              Request.and(
                  arguments(proxy), "--flinkMaster=" + cluster.address(), "--parallelism=2"));
      assertThat(proxy.made()).isGreaterThan(10);
    }
    Results results = new Results(folder.resolve("copy"));
    store.get(S3Request.OUTPUT, output, results.folder());
    assertThat(S3Request.scored(results.content()))
        .isEqualTo(S3Request.scored(reference.content()));
    assertThat(results.account().path("outputs")).isEqualTo(reference.account().path("outputs"));
    assertThat(results.accountElsewhere().path("dead_letters"))
        .isEqualTo(reference.accountElsewhere().path("dead_letters"));
  }

  @Test
  void anObjectThatCannotBeReadEndsTheJob() throws Exception {
    // Footers are read before. There are more files than threads, so some are read when others are
    // written already.
    assertEnds(
        line -> line.startsWith("GET /records/faults/00") && hasBegun() ? Fault.ERROR : Fault.NONE,
        "The job failed: .*s3://records/faults/00\\d.parquet.*the store failed, to the last"
            + " attempt.*500.*");
  }

  @Test
  void anObjectThatCannotBeWrittenEndsTheJob() throws Exception {
    assertEnds(
        line ->
            line.startsWith("PUT /scored/" + output + "/.credence-temp-")
                    && line.contains("part-00003")
                ? Fault.answer(403, "AccessDenied", "Access Denied")
                : Fault.NONE,
        "The job failed: s3://scored/"
            + output
            + "/.*part-00003.*: can't be written: access is denied \\(Access Denied, 403\\)");
  }

  private boolean hasBegun() {
    try {
      return !keys().isEmpty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void assertEnds(Function<String, Fault> faults, String line) throws IOException {
    Map<String, String> environment = new HashMap<>(S3Server.credentials());
    environment.put("AWS_MAX_ATTEMPTS", "3");
    try (FaultyProxy proxy = FaultyProxy.before(store.endpoint(), faults)) {
      Outcome outcome = new Credence(folder, environment).run(PATIENCE, arguments(proxy));
      assertThat(outcome.exitCode()).as(outcome.text()).isEqualTo(1);
      assertThat(outcome.lines()).singleElement().asString().matches(line);
    }
    assertThat(keys())
        .noneMatch(key -> key.contains("_manifest") || key.startsWith(output + "/part"));
  }

  private List<String> keys() throws IOException {
    return store.keys(S3Request.OUTPUT).stream().filter(key -> key.startsWith(output)).toList();
  }

  private String[] arguments(FaultyProxy proxy) {
    return request.remote().arguments(S3Request.output(output), "--s3Endpoint=" + proxy.endpoint());
  }
}
