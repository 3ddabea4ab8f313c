package io.credence.flink;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.DeploymentOptions;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MetricOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.SecurityOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.runtime.jobgraph.SavepointConfigOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.FileUtils;
import org.jspecify.annotations.Nullable;

/** The configuration of Flink for each place where it may be. */
final class FlinkConfigurations {

  private static final String LOOPBACK = "127.0.0.1";

  private FlinkConfigurations() {}

  static Configuration of(FlinkPlace place, FlinkPipelineOptions options) {
    return switch (place) {
      case AROUND ->
          Configuration.fromMap(
              StreamExecutionEnvironment.getExecutionEnvironment().getConfiguration().toMap());
      case EMBEDDED -> embedded(load(options), options);
      case REMOTE -> remote(load(options), options);
    };
  }

  /** What the user's own files say, of which {@code FLINK_CONF_DIR} names the usual folder. */
  private static Configuration load(FlinkPipelineOptions options) {
    String folder = options.getFlinkConfDir();
    return folder == null
        ? GlobalConfiguration.loadConfiguration()
        : GlobalConfiguration.loadConfiguration(folder);
  }

  /** Whatever a file says for clusters: here, nothing is open to other machines. */
  private static Configuration embedded(Configuration configuration, FlinkPipelineOptions options) {
    int port = freePort();
    configuration
        .set(DeploymentOptions.TARGET, "local")
        .set(DeploymentOptions.ATTACHED, true)
        .set(JobManagerOptions.BIND_HOST, LOOPBACK)
        .set(JobManagerOptions.ADDRESS, LOOPBACK)
        .set(TaskManagerOptions.BIND_HOST, LOOPBACK)
        .set(TaskManagerOptions.HOST, LOOPBACK)
        .set(RestOptions.ADDRESS, LOOPBACK)
        .set(RestOptions.BIND_ADDRESS, LOOPBACK)
        .set(RestOptions.PORT, port)
        .set(RestOptions.BIND_PORT, Integer.toString(port))
        .set(MetricOptions.METRIC_FETCHER_UPDATE_INTERVAL, 1_000L)
        // It ends with this JVM, and so do its classes.
        .set(CoreOptions.CHECK_LEAKED_CLASSLOADER, false);
    if (!options.isStreaming()) {
      // What fails within one JVM fails again; but a stream's brokers come back.
      configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
    }
    if (options.isStreaming()
        && !configuration.contains(CheckpointingOptions.CHECKPOINTS_DIRECTORY)) {
      // In memory, Flink takes 5 MB of a task's state at most.
      configuration
          .set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem")
          .set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, folderOfThisJvm().toUri().toString());
    }
    if (!configuration.contains(CoreOptions.DEFAULT_PARALLELISM)) {
      configuration.set(
          CoreOptions.DEFAULT_PARALLELISM, Runtime.getRuntime().availableProcessors());
    }
    return configuration;
  }

  /** A folder that is gone when this JVM is, as its Flink is then. */
  private static Path folderOfThisJvm() {
    try {
      Path folder = Files.createTempDirectory("credence-checkpoints-");
      Runtime.getRuntime()
          .addShutdownHook(new Thread(() -> FileUtils.deleteDirectoryQuietly(folder.toFile())));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException("There is no room for Flink's checkpoints", e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("No port is free for Flink", e);
    }
  }

  private static Configuration remote(Configuration configuration, FlinkPipelineOptions options) {
    FlinkAddress address =
        FlinkAddress.parse(options.getFlinkMaster())
            .orElseThrow()
            .withDefaultPort(configuration.get(RestOptions.PORT));
    List<String> jars =
        Objects.requireNonNullElse(options.getFilesToStage(), List.<String>of()).stream()
            .map(jar -> Path.of(jar).toUri().toString())
            .toList();
    String savepoint = options.getSavepointPath();
    if (savepoint != null) {
      configuration
          .set(SavepointConfigOptions.SAVEPOINT_PATH, savepoint)
          .set(
              SavepointConfigOptions.SAVEPOINT_IGNORE_UNCLAIMED_STATE,
              options.getAllowNonRestoredState());
    }
    return configuration
        .set(DeploymentOptions.TARGET, "remote")
        .set(DeploymentOptions.ATTACHED, true)
        .set(JobManagerOptions.ADDRESS, address.host())
        .set(JobManagerOptions.PORT, address.port())
        .set(RestOptions.ADDRESS, address.host())
        .set(RestOptions.PORT, address.port())
        .set(PipelineOptions.JARS, jars);
  }

  /** The cluster that a configuration names. */
  static FlinkCluster cluster(Configuration configuration) {
    boolean secure = configuration.get(SecurityOptions.SSL_REST_ENABLED);
    return new FlinkAddress(
            secure ? "https" : "http",
            configuration.getOptional(RestOptions.ADDRESS).orElse("localhost"),
            configuration.get(RestOptions.PORT))
        .cluster();
  }

  /**
   * The cluster around this program, when it is sure that the configuration names it: another one
   * may listen where a cluster usually does.
   */
  static @Nullable FlinkCluster clusterAround(Configuration configuration) {
    String port = Integer.toString(configuration.get(RestOptions.PORT));
    boolean sure =
        switch (configuration.getOptional(DeploymentOptions.TARGET).orElse("")) {
          case "remote" -> true;
          case "embedded" ->
              !port.equals("0")
                  && configuration.getOptional(RestOptions.BIND_PORT).orElse(port).equals(port);
          default -> false;
        };
    return sure ? cluster(configuration) : null;
  }
}
