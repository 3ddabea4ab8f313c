package io.credence.cluster.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.credence.cluster.scoring.Request;
import io.credence.cluster.scoring.S3Request;
import io.credence.kit.flink.FlinkCli;
import io.credence.kit.flink.FlinkCluster;
import io.credence.kit.flink.FlinkRest;
import io.credence.kit.process.Checkout;
import io.credence.kit.process.Eventually;
import io.credence.kit.process.ManagedProcess;
import io.credence.kit.process.Outcome;
import io.credence.kit.store.S3Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A session cluster runs one job after another, each with classes of its own. Of a job that is
 * over, nothing may stay in the cluster's processes.
 */
@Timeout(300)
@Tag("long")
class ManyJobsIT {

  private static final int JOBS = 10;

  /** Until then, Flink and Java load and start what they use for the first time. */
  private static final int WARM = 3;

  /**
   * Java keeps the last type that it compared a record's component with, so the last job that used
   * one stays until the next; and a task may not be quite over when a job is.
   */
  private static final int LOADERS = 2;

  /** A job has 1,500 classes in a JobManager, and 6,000 in a TaskManager or for its main method. */
  private static final int CLASSES = 400;

  /** Seven jobs that each leave one would be beyond. */
  private static final int THREADS = 3;

  /** In MiB; the classes of a job and what they hold are three and more. */
  private static final int HEAP = 16;

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir Path folder;
  private FlinkCluster cluster;
  private FlinkRest rest;

  @BeforeEach
  void start() throws IOException {
    assumeTrue(Files.isExecutable(Footprint.JCMD), "no jcmd beside java: not a JDK");
    cluster =
        FlinkCluster.start(
            folder,
            1,
            2,
            Map.of(
                "jobmanager.memory.heap.size", "256m", "taskmanager.memory.task.heap.size", "256m"),
            environment(),
            S3Server.credentials());
    rest = new FlinkRest(cluster.rest());
  }

  /**
   * Of a JobManager. Beam makes its file systems with default options there, and asks the machine
   * for a region: Amazon's parser keeps a buffer, which is let go only when memory is wanted.
   */
  private static Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(S3Server.credentials());
    environment.put("AWS_EC2_METADATA_DISABLED", "true");
    return environment;
  }

  @AfterEach
  void stop() {
    if (cluster != null) {
      cluster.close();
    }
  }

  @Test
  void nothingOfAJobStaysWhenItIsOver() throws Exception {
    Request request =
        new Request(
            Request.SLOPES_MODEL.toString(),
            Request.SLOPES_MODEL.resolve("features.parquet").toUri().toString(),
            10);
    assertNothingStays(
        job -> request.arguments(folder.resolve("scored-" + job).toUri().toString()));
  }

  /** Clients of a store have threads and connections, and so have those that copy and delete. */
  @Test
  void norOfAJobThatReadsAndWritesObjects() throws Exception {
    try (S3Server store =
        S3Server.start(
            folder.resolve("store"), S3Request.MODELS, S3Request.INPUT, S3Request.OUTPUT)) {
      Request local = Request.slopes(folder.resolve("slopes-in"), 4, 10);
      Request request = S3Request.put(store, "slopes", local, 4).remote();
      String endpoint = "--s3Endpoint=" + store.endpoint();
      assertNothingStays(job -> request.arguments(S3Request.output("scored-" + job), endpoint));
    }
  }

  /**
   * @param arguments those of each job
   */
  private void assertNothingStays(IntFunction<String[]> arguments) throws Exception {
    String jar = rest.upload(Checkout.JOB_JAR);
    List<Footprint> jobManager = new ArrayList<>();
    List<Footprint> taskManager = new ArrayList<>();
    List<Integer> files = new ArrayList<>();
    for (int job = 0; job < JOBS; job++) {
      // A JobManager runs the main method of the one kind, and not of the other.
      if (job % 4 == 1) {
        runByClient(arguments.apply(job));
      } else {
        runByRest(jar, arguments.apply(job));
      }
      jobManager.add(awaitFewLoaders(cluster.jobManager()));
      taskManager.add(awaitFewLoaders(cluster.taskManager(0)));
      files.add(temporaryFiles());
      // At once: a cluster that keeps them would break down in a few jobs, and say less of why.
      assertFewLoaders("JobManager", jobManager);
      assertFewLoaders("TaskManager", taskManager);
    }
    SoftAssertions flat = new SoftAssertions();
    assertFlat(flat, "JobManager", jobManager);
    assertFlat(flat, "TaskManager", taskManager);
    flat.assertThat(files.get(JOBS - 1))
        .as("temporary files after each job: %s", files)
        .isLessThanOrEqualTo(files.get(WARM - 1));
    flat.assertAll();
  }

  private void runByRest(String jar, String[] arguments) throws IOException {
    String id = rest.run(jar, "io.credence.cli.Credence", 2, arguments);
    Eventually.await(
        "the end of job " + id,
        PATIENCE,
        cluster.processes(),
        () -> rest.state(id).matches("FINISHED|FAILED|CANCELED"));
    assertThat(rest.state(id))
        .as(Eventually.report("job", cluster.processes()))
        .isEqualTo("FINISHED");
  }

  private void runByClient(String[] arguments) throws IOException {
    FlinkCli flink = new FlinkCli(cluster, folder, S3Server.credentials());
    Outcome outcome = flink.run(PATIENCE, 2, Checkout.JOB_JAR, arguments);
    assertThat(outcome.exitCode()).as(outcome.text()).isZero();
  }

  /** A job is reported as over a little before the last of its threads is. */
  private Footprint awaitFewLoaders(ManagedProcess java) throws IOException {
    Footprint footprint = Footprint.of(java, folder);
    for (int i = 0; i < 5 && footprint.jobLoaders() > LOADERS; i++) {
      footprint = Footprint.of(java, folder);
    }
    return footprint;
  }

  private static void assertFewLoaders(String name, List<Footprint> footprints) {
    assertThat(footprints.get(footprints.size() - 1).jobLoaders())
        .as("loaders; %s after each job: %s", name, footprints)
        .isLessThanOrEqualTo(LOADERS);
  }

  /** Libraries unpack native code here. What Flink itself keeps for an hour is in folders. */
  private int temporaryFiles() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("tmp"))) {
      return (int) files.filter(Files::isRegularFile).count();
    }
  }

  private static void assertFlat(SoftAssertions flat, String name, List<Footprint> footprints) {
    String all = name + " after each job: " + footprints;
    Footprint warm = footprints.get(WARM - 1);
    Footprint last = footprints.get(JOBS - 1);
    flat.assertThat(last.classes())
        .as("classes; " + all)
        .isLessThanOrEqualTo(warm.classes() + CLASSES);
    flat.assertThat(last.threads())
        .as("threads; " + all)
        .isLessThanOrEqualTo(warm.threads() + THREADS);
    flat.assertThat(last.heap()).as("heap; " + all).isLessThanOrEqualTo(warm.heap() + HEAP);
  }
}
