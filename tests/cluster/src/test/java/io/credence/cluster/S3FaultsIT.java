package io.credence.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What networks and stores do to a job that goes on for long. */
@Timeout(300)
class S3FaultsIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int FILES = 6;

  @TempDir Path folder;
  private S3Server store;
  private S3Request request;

  @BeforeEach
  void start() throws Exception {
    store =
        S3Server.start(
            folder.resolve("store"), S3Request.MODELS, S3Request.INPUT, S3Request.OUTPUT);
    Request local = Request.flights(folder.resolve("in"), FILES, 10);
    request = S3Request.put(store, "flights", local, FILES);
  }

  @AfterEach
  void stop() throws Exception {
    store.close();
  }

  /** Of those of the submitter, and of those of the workers. */
  @Test
  void everyTenthRequestFailsAndNothingIsLost() throws Exception {
    Results reference = new Results(folder.resolve("reference"));
    new Credence(folder).succeed(PATIENCE, request.local().arguments(reference.folder()));
    try (FaultyProxy proxy = FaultyProxy.before(store.endpoint(), Fault.everyTenth(42));
        FlinkCluster cluster =
            FlinkCluster.start(folder.resolve("cluster"), 2, 1, Map.of(), S3Server.credentials())) {
      new Credence(folder, S3Server.credentials())
          .succeed(
              PATIENCE,
              Request.and(
                  arguments(proxy), "--flinkMaster=" + cluster.address(), "--parallelism=2"));
      assertThat(proxy.made()).isGreaterThan(10);
    }
    Results results = new Results(folder.resolve("copy"));
    store.get(S3Request.OUTPUT, "out", results.folder());
    assertThat(S3Request.scored(results.content()))
        .isEqualTo(S3Request.scored(reference.content()));
    assertThat(results.account().path("outputs")).isEqualTo(reference.account().path("outputs"));
    assertThat(results.accountElsewhere().path("dead_letters"))
        .isEqualTo(reference.accountElsewhere().path("dead_letters"));
  }

  @Test
  void anObjectThatCannotBeReadEndsTheJob() throws Exception {
    // Its end is the footer, which is read before; the job reads from the begin.
    assertEnds(
        line ->
            line.startsWith("GET /records/flights/002") && hasBegun() ? Fault.ERROR : Fault.NONE,
        "The job failed: .*s3://records/flights/002.parquet.*the store failed, to the last attempt.*500.*");
  }

  @Test
  void anObjectThatCannotBeWrittenEndsTheJob() throws Exception {
    assertEnds(
        line ->
            line.startsWith("PUT /scored/out/.credence-temp-") && line.contains("part-00003")
                ? Fault.answer(403, "AccessDenied", "Access Denied")
                : Fault.NONE,
        "The job failed: s3://scored/out/.*part-00003.*: can't be written: access is denied \\(Access Denied, 403\\)");
  }

  private boolean hasBegun() {
    try {
      return !store.keys(S3Request.OUTPUT).isEmpty();
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
    List<String> left = store.keys(S3Request.OUTPUT);
    assertThat(left).noneMatch(key -> key.contains("_manifest") || key.startsWith("out/part"));
  }

  private String[] arguments(FaultyProxy proxy) {
    return request.remote().arguments(S3Request.output("out"), "--s3Endpoint=" + proxy.endpoint());
  }
}
