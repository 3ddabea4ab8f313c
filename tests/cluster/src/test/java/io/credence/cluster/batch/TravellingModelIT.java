package io.credence.cluster.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.credence.cluster.scoring.Credence;
import io.credence.cluster.scoring.Models;
import io.credence.cluster.scoring.Request;
import io.credence.cluster.scoring.Results;
import io.credence.cluster.scoring.WarmCredence;
import io.credence.kit.flink.FlinkCluster;
import io.credence.kit.flink.FlinkRest;
import io.credence.kit.process.Eventually;
import io.credence.kit.process.ManagedProcess;
import io.credence.kit.process.Outcome;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What workers get that can't read the disk of the submitter, and what they find on one they can.
 */
@Timeout(300)
class TravellingModelIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir Path folder;
  private FlinkCluster cluster;
  private FlinkRest rest;
  private Credence credence;

  @BeforeEach
  void start() throws Exception {
    cluster = FlinkCluster.start(folder.resolve("cluster"), 0, 1, Map.of());
    rest = new FlinkRest(cluster.rest());
    credence = new Credence(folder);
  }

  @AfterEach
  void stop() {
    cluster.close();
  }

  @Test
  void pathsOfThisMachineAreRefusedWhenWorkersAreElsewhere() throws Exception {
    Optional<String> address = otherThanLoopback();
    assumeThat(address).as("an IPv4 address of this machine other than loopback").isPresent();
    cluster.startTaskManager(
        "-Dtaskmanager.host=" + address.orElseThrow(),
        "-Dtaskmanager.bind-host=" + address.orElseThrow());
    cluster.awaitSlots(1);

    Request request = Request.slopes(folder.resolve("in"), 1, 10);
    Path output = folder.resolve("out");
    Outcome refused =
        credence.run(PATIENCE, request.arguments(output, master(), "--parallelism=1"));
    assertThat(refused.exitCode()).as(refused.text()).isEqualTo(2);
    assertThat(refused.lines())
        .containsExactly(notShared("--input", request.input()), notShared("--output", output));

    Outcome done =
        credence.succeed(
            PATIENCE,
            request
                .withInput("file://" + request.input())
                .arguments("file://" + output, master(), "--parallelism=1"));
    assertThat(done.lines()).filteredOn(line -> line.matches(travels(request.model()))).hasSize(1);
    assertSameAsDirect(new Results(output), request);
  }

  private static String notShared(String option, Object path) {
    return "%1$s=%2$s: is a path of this machine, which the cluster's workers do not share; name a URI that all can reach, or file://%2$s if that path is the same everywhere"
        .formatted(option, path);
  }

  private static String travels(String model) {
    return "--model=%s: is a folder of this machine, so its [0-9,]+ bytes travel with the job"
        .formatted(model);
  }

  /** A cluster without workers can't tell where they will be. */
  @Test
  @Tag("long")
  void theModelFolderMayBeGoneWhenTheJobBegins() throws Exception {
    Path model = Models.copy(Request.SLOPES_MODEL, folder.resolve("model"));
    Request request = Request.slopes(folder.resolve("in"), 2, 50).withModel(model.toString());
    Results expected = new Results(folder.resolve("expected"));
    WarmCredence.succeed(request.arguments(expected.folder()));

    Results results = new Results(folder.resolve("out"));
    try (ManagedProcess submitter =
        credence.start(
            request
                .withInput("file://" + request.input())
                .arguments(
                    "file://" + results.folder(), master(), "--parallelism=1", "--jobName=bare"))) {
      awaitJob("bare", submitter);
      assertThat(submitter.text().lines())
          .filteredOn(line -> line.startsWith("--model"))
          .singleElement()
          .asString()
          .matches(travels(model.toString()));
      Models.delete(model);
      cluster.startTaskManager();
      assertThat(submitter.awaitExit(PATIENCE)).as(submitter.text()).isZero();
    }
    assertThat(results.content()).isEqualTo(expected.content());
  }

  @Test
  void aModelThatWasChangedSinceItWasSubmittedIsRefused() throws Exception {
    Path model = Models.copy(Request.SLOPES_MODEL, folder.resolve("model"));
    Request request = Request.slopes(folder.resolve("in"), 1, 50).withModel(model.toString());
    ManagedProcess worker = cluster.startTaskManager();
    cluster.awaitSlots(1);
    takeTheOnlySlot();

    Results results = new Results(folder.resolve("out"));
    String[] options = {
      master(), "--parallelism=1", "--numberOfExecutionRetries=0", "--jobName=held"
    };
    try (ManagedProcess submitter = credence.start(request.arguments(results.folder(), options))) {
      awaitJob("held", submitter);
      Models.replace(model, "version: 1.0.0", "version: 1.0.1");
      rest.cancel(rest.find("taker").orElseThrow().id());
      worker.kill(); // It would not give the slot back before a file is scored.
      cluster.startTaskManager();
      assertThat(submitter.awaitExit(PATIENCE)).as(submitter.text()).isEqualTo(1);
      assertThat(submitter.text().lines())
          .filteredOn(line -> !line.startsWith("Job "))
          .singleElement()
          .asString()
          .matches(
              "The job failed: .*The model at %s was changed since the job was submitted: its digest is [0-9a-f]{64}, but [0-9a-f]{64} was submitted"
                  .formatted(model));
    }
    assertThat(results.lookWhole()).isFalse();
    assertThat(results.begun()).isZero();
  }

  private void takeTheOnlySlot() throws IOException {
    Request endless = Request.flights(folder.resolve("taken"), 1, 1_000_000);
    credence.succeed(
        PATIENCE,
        endless.arguments(
            folder.resolve("taken-out"),
            master(),
            "--parallelism=1",
            "--attachedMode=false",
            "--jobName=taker"));
    Eventually.await(
        "the slot is taken", PATIENCE, cluster.processes(), () -> rest.overview().slotsFree() == 0);
  }

  private void awaitJob(String name, ManagedProcess submitter) {
    Eventually.await(
        "a job is listed",
        PATIENCE,
        List.of(cluster.jobManager(), submitter),
        () -> rest.find(name).isPresent());
  }

  private void assertSameAsDirect(Results results, Request request) throws IOException {
    Results reference = new Results(folder.resolve("reference"));
    WarmCredence.succeed(request.arguments(reference.folder()));
    assertThat(results.content()).isEqualTo(reference.content());
  }

  private String master() {
    return "--flinkMaster=" + cluster.address();
  }

  private static Optional<String> otherThanLoopback() throws SocketException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
        .map(InetAddress::getHostAddress)
        .findFirst();
  }
}
