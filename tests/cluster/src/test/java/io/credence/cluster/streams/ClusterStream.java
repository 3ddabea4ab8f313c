package io.credence.cluster.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.credence.cluster.scoring.Credence;
import io.credence.kit.flink.FlinkCluster;
import io.credence.kit.flink.FlinkRest;
import io.credence.kit.process.Eventually;
import io.credence.kit.process.ManagedProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A stream on a cluster, with the command that has submitted it and follows it. */
final class ClusterStream implements RunningStream {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String NAME = "stream";

  private final StreamCommand stream;
  private final FlinkCluster cluster;
  private final FlinkRest rest;
  private final Credence credence;
  private ManagedProcess submitter;
  private String job;

  ClusterStream(StreamCommand stream, FlinkCluster cluster, Credence credence) throws IOException {
    this.stream = stream.on(cluster, NAME);
    this.cluster = cluster;
    this.rest = new FlinkRest(cluster.rest());
    this.credence = credence;
    submit();
  }

  private void submit() throws IOException {
    submitter = credence.start(stream.arguments());
    Eventually.await(
        "the job runs",
        PATIENCE,
        List.of(submitter),
        () -> {
          assertThat(submitter.isAlive()).as(submitter.text()).isTrue();
          return rest.find(NAME)
              .filter(found -> found.state().equals("RUNNING"))
              .filter(found -> !found.id().equals(job))
              .isPresent();
        });
    job = rest.find(NAME).orElseThrow().id();
  }

  String job() {
    return job;
  }

  ManagedProcess submitter() {
    return submitter;
  }

  /** One of those that live; another takes its place. */
  String killTaskManager(Random random) throws IOException {
    List<ManagedProcess> alive =
        cluster.taskManagers().stream().filter(ManagedProcess::isAlive).toList();
    ManagedProcess victim = alive.get(random.nextInt(alive.size()));
    victim.kill();
    cluster.startTaskManager();
    return victim.toString();
  }

  /**
   * The job goes on without it. Where that was killed before, the job is first cancelled and
   * submitted once more.
   */
  String killSubmitter() throws IOException {
    if (!submitter.isAlive()) {
      rest.cancel(job);
      Eventually.await(
          "the job is cancelled",
          PATIENCE,
          cluster.processes(),
          () -> rest.state(job).equals("CANCELED"));
      submit();
    }
    submitter.kill();
    return "the submitter " + submitter.pid();
  }

  @Override
  public List<ManagedProcess> processes() {
    List<ManagedProcess> processes = new ArrayList<>(cluster.processes());
    processes.add(submitter);
    return processes;
  }

  @Override
  public void assertRuns() throws IOException {
    assertThat(rest.state(job)).isIn("INITIALIZING", "CREATED", "RUNNING", "FAILING", "RESTARTING");
  }

  @Override
  public void close() {
    submitter.close();
  }
}
