package io.credence.kit.flink;

import io.credence.kit.process.Checkout;
import io.credence.kit.process.Eventually;
import io.credence.kit.process.KitFailure;
import io.credence.kit.process.ManagedProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Flink cluster as users run it: processes with Flink's own class path, on this machine only. */
public final class FlinkCluster implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Pattern RPC =
      Pattern.compile("Actor system started at pekko\\.tcp://flink@[^:]+:(\\d+)");
  private static final Pattern REST = Pattern.compile("Rest endpoint listening at [^:]+:(\\d+)");

  private final Path folder;
  private final FlinkConfig config;
  private final Map<String, String> jobManagerEnvironment;
  private final Map<String, String> workerEnvironment;
  private final Path conf;
  private final List<ManagedProcess> jobManagers = new ArrayList<>();
  private final List<ManagedProcess> taskManagers = new ArrayList<>();
  private final int restPort;

  private FlinkCluster(
      Path folder,
      FlinkConfig config,
      Map<String, String> jobManagerEnvironment,
      Map<String, String> workerEnvironment)
      throws IOException {
    this.folder = folder;
    this.jobManagerEnvironment = jobManagerEnvironment;
    this.workerEnvironment = workerEnvironment;
    this.config = config;
    this.conf = config.write();
    startJobManager();
    try {
      config.put("jobmanager.rpc.port", Integer.toString(port(RPC)));
      this.restPort = port(REST);
      config.put("rest.port", Integer.toString(restPort));
      config.write(); // For those who come later.
    } catch (Throwable e) {
      jobManager().close();
      throw e;
    }
  }

  private void startJobManager() throws IOException {
    List<String> command = config.jobManagerJava();
    command.addAll(
        List.of(
            "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint",
            "--configDir",
            conf.toString()));
    jobManagers.add(process("jobmanager-" + jobManagers.size(), command, jobManagerEnvironment));
  }

  /** One in place of another that is dead, at the same ports, and with no memory of its jobs. */
  public ManagedProcess replaceJobManager() throws IOException {
    if (jobManager().isAlive()) {
      throw new IllegalStateException("There is one already: " + jobManager());
    }
    startJobManager();
    FlinkRest rest = new FlinkRest(rest());
    Eventually.await(
        "the new JobManager answers",
        PATIENCE,
        List.of(jobManager()),
        () -> rest.overview().slotsTotal() >= 0);
    return jobManager();
  }

  /**
   * Starts a cluster and waits for all its slots.
   *
   * @param folder what it writes, which is left there
   * @param moreConfig entries of config.yaml, besides or instead of the usual ones
   */
  public static FlinkCluster start(
      Path folder, int taskManagers, int slotsEach, Map<String, String> moreConfig)
      throws IOException {
    return start(folder, taskManagers, slotsEach, moreConfig, Map.of());
  }

  /**
   * The same with workers that have more in their environment.
   *
   * @param workerEnvironment such as credentials, which the JobManager does not get
   */
  public static FlinkCluster start(
      Path folder,
      int taskManagers,
      int slotsEach,
      Map<String, String> moreConfig,
      Map<String, String> workerEnvironment)
      throws IOException {
    return start(folder, taskManagers, slotsEach, moreConfig, Map.of(), workerEnvironment);
  }

  /**
   * The same with a JobManager that has more in its environment, too.
   *
   * @param jobManagerEnvironment such as credentials, where main methods run in the JobManager
   */
  public static FlinkCluster start(
      Path folder,
      int taskManagers,
      int slotsEach,
      Map<String, String> moreConfig,
      Map<String, String> jobManagerEnvironment,
      Map<String, String> workerEnvironment)
      throws IOException {
    if (!Files.isDirectory(Checkout.FLINK)) {
      throw new IOException("No " + Checkout.FLINK + ", which `./mvnw package` fills");
    }
    FlinkCluster cluster =
        new FlinkCluster(
            folder,
            new FlinkConfig(folder, slotsEach, moreConfig),
            jobManagerEnvironment,
            workerEnvironment);
    try {
      for (int i = 0; i < taskManagers; i++) {
        cluster.startTaskManager();
      }
      cluster.awaitSlots(taskManagers * slotsEach);
    } catch (Throwable e) {
      cluster.close();
      throw e;
    }
    return cluster;
  }

  /** As Flink's --jobmanager and Beam's --flinkMaster want it. */
  public String address() {
    return "localhost:" + restPort;
  }

  public URI rest() {
    return URI.create("http://" + address());
  }

  /** As Flink's FLINK_CONF_DIR and Beam's --flinkConfDir want it. */
  public Path conf() {
    return conf;
  }

  public ManagedProcess jobManager() {
    return jobManagers.get(jobManagers.size() - 1);
  }

  /** All that were ever started, dead ones too. */
  public List<ManagedProcess> taskManagers() {
    return Collections.unmodifiableList(taskManagers);
  }

  public ManagedProcess taskManager(int i) {
    return taskManagers.get(i);
  }

  /** All processes, for reports of what they said. */
  public List<ManagedProcess> processes() {
    List<ManagedProcess> processes = new ArrayList<>(jobManagers);
    processes.addAll(taskManagers);
    return processes;
  }

  /**
   * One more; who needs its slots waits for these.
   *
   * @param options such as {@code -Dtaskmanager.host=…}, in place of the configuration's
   */
  public ManagedProcess startTaskManager(String... options) throws IOException {
    String name = "taskmanager-" + taskManagers.size();
    List<String> command = config.taskManagerJava();
    command.addAll(
        List.of(
            "org.apache.flink.runtime.taskexecutor.TaskManagerRunner",
            "--configDir",
            conf.toString(),
            "-Dtaskmanager.resource-id=" + name));
    command.addAll(List.of(options));
    ManagedProcess taskManager = process(name, command, workerEnvironment);
    taskManagers.add(taskManager);
    return taskManager;
  }

  /** Waits until the JobManager knows of exactly {@code slots}, free or not. */
  public void awaitSlots(int slots) {
    FlinkRest rest = new FlinkRest(rest());
    Eventually.await(
        slots + " slots", PATIENCE, processes(), () -> rest.overview().slotsTotal() == slots);
  }

  @Override
  public void close() {
    processes().forEach(ManagedProcess::close);
  }

  private ManagedProcess process(String name, List<String> command, Map<String, String> environment)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().putAll(environment);
    return ManagedProcess.start(name, folder.resolve(name + ".log"), builder);
  }

  /** To choose a free port for Flink would leave a moment in which another takes it. */
  private int port(Pattern said) {
    return Eventually.get(
        "JobManager says: " + said,
        PATIENCE,
        List.of(jobManager()),
        () -> {
          String text = jobManager().text();
          Matcher matcher = said.matcher(text);
          if (matcher.find()) {
            return Optional.of(Integer.valueOf(matcher.group(1)));
          }
          if (!jobManager().isAlive()) {
            throw new KitFailure(
                Eventually.report("The JobManager did not start", List.of(jobManager())));
          }
          return Optional.empty();
        });
  }
}
