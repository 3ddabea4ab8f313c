package io.credence.cluster.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.credence.cluster.scoring.Credence;
import io.credence.cluster.scoring.Request;
import io.credence.cluster.scoring.Results;
import io.credence.cluster.scoring.WarmCredence;
import io.credence.kit.flink.FlinkCluster;
import io.credence.kit.flink.FlinkRest;
import io.credence.kit.process.Eventually;
import io.credence.kit.process.ManagedProcess;
import io.credence.kit.process.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Processes that are killed in the middle of a batch. */
@Timeout(1800)
class LostMachinesIT {

  private static final Duration PATIENCE = Duration.ofMinutes(4);

  /** How often a TaskManager is killed, each time in a run of its own. */
  private static final int KILLS = Integer.getInteger("credence.kills", 1);

  /** What the moments are drawn from. */
  private static final long SEED =
      Long.getLong("credence.kills.seed", System.currentTimeMillis() % 1_000_000);

  /** In a build few enough to be over soon. */
  private static final int MANY = KILLS == 1 ? 16 : 40;

  private static final int FEW = 8;
  private static final int SAMPLES = 100;

  @TempDir static Path clusters;
  private static FlinkCluster cluster;

  @TempDir Path folder;
  private Credence credence;

  @BeforeAll
  static void startCluster() throws Exception {
    // For a client to give up sooner than after a minute.
    Map<String, String> impatient =
        Map.of("rest.retry.max-attempts", "5", "rest.retry.delay", "1000");
    cluster = FlinkCluster.start(clusters, 2, 1, impatient);
  }

  @AfterAll
  static void stopCluster() {
    cluster.close();
  }

  @BeforeEach
  void start() {
    credence = new Credence(folder);
    cluster.awaitSlots(2);
  }

  @Test
  void aTaskManagerIsLost() throws Exception {
    Request request = Request.flights(folder.resolve("in"), MANY, SAMPLES);
    Results reference = reference(request);
    assertThat(reference.account().path("read").intValue()).isEqualTo(MANY * Request.FLIGHTS);
    assertThat(reference.account().path("scored").intValue())
        .isEqualTo(MANY * (Request.FLIGHTS - Request.CANCELLED));
    assertThat(reference.account().path("dead_letters").path("total").intValue())
        .isEqualTo(MANY * Request.CANCELLED);
    System.out.printf("%d kills at moments of -Dcredence.kills.seed=%d%n", KILLS, SEED);
    Random random = new Random(SEED);
    for (int i = 0; i < KILLS; i++) {
      loseATaskManager(request, i, random).assertSame(reference);
    }
  }

  private Results loseATaskManager(Request request, int run, Random random) throws Exception {
    Results results = new Results(folder.resolve("killed-" + run));
    int begun = 1 + random.nextInt(MANY - 4);
    int millis = random.nextInt(500);
    cluster.awaitSlots(2);
    List<ManagedProcess> alive =
        cluster.taskManagers().stream().filter(ManagedProcess::isAlive).toList();
    ManagedProcess victim = alive.get(random.nextInt(alive.size()));
    long start = System.nanoTime();
    try (ManagedProcess submitter = submit(request, results)) {
      awaitBegun(results, begun, submitter);
      TimeUnit.MILLISECONDS.sleep(millis);
      assertThat(results.lookWhole()).isFalse();
      victim.kill();
      System.out.printf("%s: killed with %d of %d files begun%n", victim, results.begun(), MANY);
      cluster.startTaskManager();
      assertThat(submitter.awaitExit(PATIENCE)).as(submitter.text()).isZero();
    }
    System.out.printf("whole after %.1f s%n", seconds(start));
    return results;
  }

  @Test
  void theJobManagerIsLost() throws Exception {
    Request request = Request.flights(folder.resolve("in"), FEW, SAMPLES);
    Results results = new Results(folder.resolve("out"));
    try (ManagedProcess submitter = submit(request, results)) {
      awaitBegun(results, 2, submitter);
      cluster.jobManager().kill();
      long killed = System.nanoTime();
      assertThat(submitter.awaitExit(PATIENCE)).as(submitter.text()).isEqualTo(1);
      System.out.printf("The submitter gave up after %.1f s%n", seconds(killed));
      assertThat(submitter.text().lines())
          .filteredOn(line -> !line.startsWith("Job "))
          .singleElement()
          .asString()
          .contains(
              "The job failed: its state can no longer be read, and it may still be running: ");
    }
    assertNothingLooksWhole(results);

    cluster.replaceJobManager();
    cluster.awaitSlots(2);
    Outcome refused = credence.run(PATIENCE, arguments(request, results));
    assertThat(refused.exitCode()).as(refused.text()).isEqualTo(2);
    assertThat(refused.lines())
        .containsExactly(
            "--output=%s: holds files of a run that was interrupted, or is not over yet; --overwrite removes them"
                .formatted(results.folder()));

    credence.succeed(PATIENCE, arguments(request, results, "--overwrite"));
    results.assertSame(reference(request));
  }

  private static void assertNothingLooksWhole(Results results) throws IOException {
    assertThat(results.lookWhole()).isFalse();
    assertThat(results.content().keySet())
        .allMatch(
            name ->
                name.equals("/")
                    || name.contains(".credence-temp-")
                    || name.equals("dead-letters/"));
  }

  @Test
  @Tag("long")
  void theSubmitterIsLost() throws Exception {
    Request request = Request.flights(folder.resolve("in"), FEW, SAMPLES);
    Results results = new Results(folder.resolve("out"));
    try (ManagedProcess submitter =
        credence.start(arguments(request, results, "--jobName=orphan"))) {
      awaitBegun(results, 2, submitter);
      submitter.kill();
    }
    assertThat(results.lookWhole()).isFalse();
    FlinkRest rest = new FlinkRest(cluster.rest());
    String job = rest.find("orphan").orElseThrow().id();
    Eventually.await(
        "the job ends without its submitter",
        PATIENCE,
        cluster.processes(),
        () -> rest.state(job).equals("FINISHED"));
    results.assertSame(reference(request));
  }

  private Results reference(Request request) throws IOException {
    Path output = folder.resolve("reference");
    WarmCredence.succeed(request.arguments(output));
    return new Results(output);
  }

  private ManagedProcess submit(Request request, Results results) throws IOException {
    return credence.start(arguments(request, results));
  }

  private String[] arguments(Request request, Results results, String... more) {
    String[] flink = {
      "--flinkMaster=" + cluster.address(), "--flinkConfDir=" + cluster.conf(), "--parallelism=2"
    };
    return Request.and(request.arguments(results.folder(), flink), more);
  }

  private void awaitBegun(Results results, int files, ManagedProcess submitter) {
    Eventually.await(
        files + " files are begun",
        PATIENCE,
        cluster.processes(),
        () -> {
          assertThat(submitter.isAlive()).as(submitter.text()).isTrue();
          return results.begun() >= files;
        });
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }
}
