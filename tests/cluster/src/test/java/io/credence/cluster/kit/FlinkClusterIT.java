package io.credence.cluster.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.credence.cluster.scoring.Credence;
import io.credence.kit.flink.FlinkCli;
import io.credence.kit.flink.FlinkCluster;
import io.credence.kit.flink.FlinkRest;
import io.credence.kit.process.Checkout;
import io.credence.kit.process.Eventually;
import io.credence.kit.process.ManagedProcess;
import io.credence.kit.process.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The harness itself: what tests that build on it take for granted. */
@Timeout(180)
@Tag("long")
class FlinkClusterIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path folder;

  @Test
  void comesUpLosesATaskManagerGetsAnotherAndLeavesNothing() throws Exception {
    List<ProcessHandle> family;
    try (FlinkCluster cluster = FlinkCluster.start(folder, 2, 2, Map.of())) {
      FlinkRest rest = new FlinkRest(cluster.rest());
      assertThat(rest.overview()).isEqualTo(new FlinkRest.Overview(2, 4, 4));
      assertThat(rest.jobs()).isEmpty();

      long killed = cluster.taskManager(0).pid();
      cluster.taskManager(0).kill();
      assertThat(ProcessHandle.of(killed)).isEmpty();
      cluster.awaitSlots(2);
      assertThat(rest.taskManagers()).containsExactly("taskmanager-1");

      cluster.startTaskManager();
      cluster.awaitSlots(4);
      assertThat(rest.taskManagers()).containsExactlyInAnyOrder("taskmanager-1", "taskmanager-2");
      assertThat(cluster.taskManagers()).hasSize(3);

      family = ProcessHandle.current().descendants().toList();
      assertThat(family)
          .extracting(ProcessHandle::pid)
          .contains(cluster.jobManager().pid(), cluster.taskManager(2).pid());
    }
    Eventually.awaitEnd(family, PATIENCE);
  }

  @Test
  void answersToClients() throws Exception {
    try (FlinkCluster cluster =
        FlinkCluster.start(folder, 1, 1, Map.of("taskmanager.memory.task.heap.size", "384m"))) {
      FlinkRest rest = new FlinkRest(cluster.rest());
      String metaspace = "Status.JVM.Memory.Metaspace.Used";
      String heap = "Status.JVM.Memory.Heap.Max";
      Map<String, Double> metrics =
          Eventually.get(
              "metrics of the TaskManager",
              PATIENCE,
              cluster.processes(),
              () ->
                  Stream.of(rest.taskManagerMetrics("taskmanager-0", metaspace, heap))
                      .filter(found -> found.size() == 2)
                      .findFirst());
      assertThat(metrics.get(metaspace)).isGreaterThan(1 << 20);
      assertThat(metrics.get(heap)).isEqualTo((128 + 384) * (double) (1 << 20));

      // Any jar will do: it is stored, and found to hold no program.
      String jar = rest.upload(Checkout.FLINK.resolve("slf4j-api.jar"));
      assertThat(rest.jars()).containsExactly(jar);

      FlinkCli cli = new FlinkCli(cluster, folder);
      Outcome list = cli.call(PATIENCE, "list");
      assertThat(list.exitCode()).as(list.text()).isZero();
      assertThat(list.text()).contains("No running jobs");
      Outcome run = cli.run(PATIENCE, 1, Checkout.FLINK.resolve("slf4j-api.jar"));
      assertThat(run.exitCode()).as(run.text()).isNotZero();
    }
  }

  @Test
  void diesWithAJvmThatIsKilled() throws Exception {
    Path log = folder.resolve("holder.log");
    List<ProcessHandle> family;
    try (ManagedProcess holder =
        ManagedProcess.start(
            "holder",
            log,
            new ProcessBuilder(
                Checkout.JAVA.toString(),
                "-cp",
                // Failsafe starts this JVM with another one, of which the child would find nothing.
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                ClusterHolder.class.getName(),
                Files.createDirectory(folder.resolve("held")).toString()))) {
      Eventually.await(
          "the child has a cluster",
          PATIENCE,
          List.of(holder),
          () -> holder.text().contains("ready"));
      family = ProcessHandle.of(holder.pid()).orElseThrow().descendants().toList();
      List<Long> flink =
          holder
              .text()
              .lines()
              .filter(line -> line.startsWith("process "))
              .map(line -> Long.valueOf(line.substring("process ".length())))
              .toList();
      assertThat(flink).hasSize(2);
      assertThat(family).extracting(ProcessHandle::pid).containsAll(flink);
      holder.kill();
    }
    Eventually.awaitEnd(family, PATIENCE);
  }

  @Test
  void runsTheLauncher() throws Exception {
    Outcome outcome = new Credence(folder).run(PATIENCE.multipliedBy(5), "score", "--modle=x");
    assertThat(outcome.exitCode()).as(outcome.text()).isEqualTo(2);
    assertThat(outcome.lines()).last().asString().startsWith("There is no option --modle");
  }

  @Test
  void tellsWhatTheProcessesSaid() throws Exception {
    try (ManagedProcess process =
        ManagedProcess.start(
            "parrot",
            folder.resolve("parrot.log"),
            new ProcessBuilder("bash", "-c", "echo hello; exit 3"))) {
      assertThat(process.awaitExit(PATIENCE)).isEqualTo(3);
      assertThat(
              catchThrowable(
                  () ->
                      Eventually.await(
                          "the impossible", Duration.ZERO, List.of(process), () -> false)))
          .hasMessageContaining("the impossible")
          .hasMessageContaining("parrot, process " + process.pid() + ", ended with 3\nhello");
    }
  }
}
