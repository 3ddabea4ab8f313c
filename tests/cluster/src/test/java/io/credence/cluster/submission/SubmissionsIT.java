package io.credence.cluster.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credence.cluster.scoring.Credence;
import io.credence.cluster.scoring.Request;
import io.credence.cluster.scoring.Results;
import io.credence.cluster.scoring.Shared;
import io.credence.cluster.scoring.WarmCredence;
import io.credence.kit.flink.FlinkCli;
import io.credence.kit.flink.FlinkCluster;
import io.credence.kit.flink.FlinkRest;
import io.credence.kit.process.Checkout;
import io.credence.kit.process.Eventually;
import io.credence.kit.process.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The ways in which a job gets to a cluster, and what is said when it does not. */
@Timeout(300)
@ExtendWith(Shared.class)
class SubmissionsIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String MAIN = "io.credence.cli.Credence";

  @TempDir static Path folder;
  private static FlinkCluster cluster;
  private static FlinkRest rest;
  private static FlinkCli flink;
  private static Credence credence;
  private static Request request;
  private static Results reference;

  @BeforeAll
  static void start(FlinkCluster shared) throws Exception {
    cluster = shared;
    rest = new FlinkRest(cluster.rest());
    flink = new FlinkCli(cluster, folder);
    credence = new Credence(folder);
    request = Request.slopes(folder.resolve("in"), 3, 50);
    reference = new Results(folder.resolve("reference"));
    WarmCredence.succeed(request.arguments(reference.folder()));
  }

  @Test
  void byFlinkRun() throws Exception {
    Results results = new Results(folder.resolve("flink-run"));
    Outcome outcome =
        flink.run(
            PATIENCE,
            2,
            Checkout.JOB_JAR,
            request.arguments(results.folder(), "--jobName=flink-run"));
    assertThat(outcome.exitCode()).as(outcome.text()).isZero();
    results.assertSame(reference);
    assertParallelism("flink-run");
  }

  @Test
  @Tag("long")
  void byFlinkRunDetached() throws Exception {
    Results results = new Results(folder.resolve("detached"));
    String[] run = {"-d", "-p", "2", Checkout.JOB_JAR.toString()};
    String[] arguments = request.arguments(results.folder(), "--jobName=detached");
    Outcome outcome = flink.call(PATIENCE, "run", Request.and(run, arguments));
    assertThat(outcome.exitCode()).as(outcome.text()).isZero();
    assertThat(outcome.text()).contains("The job is left to the cluster");
    awaitSame("detached", results);
    assertParallelism("detached");
  }

  /**
   * This JobManager listens where it likes, and does not know where when it starts a program, which
   * so can't ask where its workers are: paths must be URIs then.
   */
  @Test
  void byRestAndAWrongRequestHarmsNobody() throws Exception {
    Results results = new Results(folder.resolve("rest"));
    String jar = rest.upload(Checkout.JOB_JAR);
    String[] arguments =
        request
            .withInput("file://" + request.input())
            .arguments("file://" + results.folder(), "--jobName=rest");
    rest.run(jar, MAIN, 2, arguments);
    awaitEnd("rest", results);
    assertThat(results.content()).isEqualTo(reference.content());
    assertParallelism("rest");

    assertThatThrownBy(() -> rest.run(jar, MAIN, 2, arguments))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(
            "--output=%s: already holds results, such as".formatted(results.folder()));
    assertThat(cluster.jobManager().isAlive()).isTrue();
    assertThat(rest.overview().slotsTotal()).isEqualTo(Shared.SLOTS);
    assertThat(results.content()).isEqualTo(reference.content());
  }

  @Test
  void byTheLauncher() throws Exception {
    Results results = new Results(folder.resolve("launcher"));
    Outcome outcome =
        credence.succeed(
            PATIENCE, request.arguments(results.folder(), master(), "--parallelism=2"));
    assertThat(outcome.lines()).anyMatch(line -> line.matches("read +6,000"));
    results.assertSame(reference);
  }

  @Test
  @Tag("long")
  void byTheLauncherThatDoesNotWait() throws Exception {
    Results results = new Results(folder.resolve("left"));
    String[] left = {master(), "--parallelism=2", "--attachedMode=false", "--jobName=left"};
    Outcome outcome = credence.succeed(PATIENCE, request.arguments(results.folder(), left));
    assertThat(outcome.lines())
        .containsExactly(
            "The job is left to the cluster: its _manifest.json appears when its results are whole",
            "Job left goes to " + cluster.rest());
    awaitSame("left", results);
  }

  @Test
  void nobodyListens() throws Exception {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    String master = "--flinkMaster=localhost:" + port;
    assertRefused(
        String.format(
            Locale.ROOT,
            "%s: no Flink cluster answers at http://localhost:%d: Connection refused",
            master,
            port),
        master);
  }

  @Test
  void noCollections() throws Exception {
    assertRefused(
        "--flinkMaster=[collection]: must be HOST:PORT of a cluster, or [local] for Flink within"
            + " this JVM",
        "--flinkMaster=[collection]");
  }

  @Test
  void noSavepoints() throws Exception {
    assertRefused(
        "--savepointPath=there: a batch has no state to resume from; leave it out",
        master(),
        "--parallelism=1",
        "--savepointPath=there");
  }

  @Test
  void nobodyLeavesAJobToHisOwnProcess() throws Exception {
    assertRefused(
        "--attachedMode=false: Flink within this JVM ends with it; name a cluster by --flinkMaster",
        "--flinkMaster=[local]",
        "--attachedMode=false");
  }

  private static void assertRefused(String line, String... options) throws IOException {
    Outcome outcome = credence.run(PATIENCE, request.arguments(folder.resolve("never"), options));
    assertThat(outcome.lines()).containsExactly(line);
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(folder.resolve("never")).doesNotExist();
  }

  private static String master() {
    return "--flinkMaster=" + cluster.address();
  }

  private static void awaitSame(String jobName, Results results) throws IOException {
    awaitEnd(jobName, results);
    results.assertSame(reference);
  }

  private static void awaitEnd(String jobName, Results results) {
    Eventually.await("a manifest", PATIENCE, cluster.processes(), results::lookWhole);
    // A moment later it has tidied up, too.
    Eventually.await(
        "the end of " + jobName,
        PATIENCE,
        cluster.processes(),
        () -> rest.find(jobName).orElseThrow().state().equals("FINISHED"));
  }

  private static void assertParallelism(String jobName) throws IOException {
    assertThat(rest.parallelism(rest.find(jobName).orElseThrow().id(), "score")).isEqualTo(2);
  }
}
