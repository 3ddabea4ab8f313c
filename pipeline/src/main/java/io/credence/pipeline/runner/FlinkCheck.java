package io.credence.pipeline.runner;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.DeploymentOptions;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.runtime.util.EnvironmentInformation;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/** What must be known of a Flink cluster, and set right, before a job goes to it. */
final class FlinkCheck {

  /**
   * How often a job may lose something before it is given up. Flink counts each task that was on a
   * lost machine, and by default gives a job up at the first.
   */
  private static final int RETRIES = 20;

  private static final String LEFT =
      "The job is left to the cluster: its _manifest.json appears when its results are whole";

  private static final long RETRY_DELAY_MILLIS = 1_000;

  private final FlinkPlace place;
  private final FlinkPipelineOptions options;
  private final List<String> problems;
  private final List<String> notes;
  private final ReadableConfig configuration;
  private @Nullable FlinkCluster cluster;

  /** Of what can't be asked, nothing is said but that. */
  private boolean sharesDisk = true;

  FlinkCheck(
      FlinkPlace place, FlinkPipelineOptions options, List<String> problems, List<String> notes) {
    this.place = place;
    this.options = options;
    this.problems = problems;
    this.notes = notes;
    this.configuration =
        place == FlinkPlace.AROUND
            ? StreamExecutionEnvironment.getExecutionEnvironment().getConfiguration()
            : clientConfiguration(options.getFlinkConfDir());
  }

  private static Configuration clientConfiguration(@Nullable String folder) {
    return folder == null
        ? GlobalConfiguration.loadConfiguration()
        : GlobalConfiguration.loadConfiguration(folder);
  }

  boolean sharesDisk() {
    return sharesDisk;
  }

  boolean leavesJob() {
    return !options.getAttachedMode();
  }

  /** The cluster that was found; null when there is none that could be asked. */
  @Nullable FlinkCluster cluster() {
    return cluster;
  }

  void run() {
    if (options.getSavepointPath() != null) {
      problems.add(
          "--savepointPath=%s: a batch has no state to resume from; leave it out"
              .formatted(options.getSavepointPath()));
    }
    switch (place) {
      case EMBEDDED -> cluster = atRest();
      case AROUND -> checkAround();
      case REMOTE -> checkRemote();
    }
    fixParallelism();
  }

  private void fixParallelism() {
    if (place == FlinkPlace.AROUND) {
      FixedParallelism.setAround();
    } else {
      options.setFlinkConfDir(FixedParallelism.write(configuration).toString());
    }
  }

  private void checkRemote() {
    FlinkCluster found = new FlinkCluster(address());
    cluster = found;
    try {
      checkVersion(found.version());
      sharesDisk = found.isOnThisMachine();
      retry(found);
      if (options.getParallelism() < 1
          && configuration.getOptional(CoreOptions.DEFAULT_PARALLELISM).isEmpty()) {
        notes.add(
            "The job runs with a parallelism of 1; the cluster has %d slots, and --parallelism=N takes more of them"
                .formatted(found.slots()));
      }
    } catch (IOException e) {
      problems.add(
          "--flinkMaster=%s: no Flink cluster answers there: %s"
              .formatted(options.getFlinkMaster(), e.getMessage()));
    }
    if (!options.getAttachedMode()) {
      notes.add(LEFT);
    }
  }

  private URI address() {
    String master = options.getFlinkMaster().strip().replaceFirst("/$", "");
    String withScheme = master.contains("://") ? master : "http://" + master;
    return withScheme.matches(".*:\\d+")
        ? URI.create(withScheme)
        : URI.create(withScheme + ":" + configuration.get(RestOptions.PORT));
  }

  private void checkVersion(String version) {
    String ours = EnvironmentInformation.getVersion();
    if (!line(version).equals(line(ours))) {
      problems.add(
          "--flinkMaster=%s: is a Flink %s, but this jar is made for Flink %s"
              .formatted(options.getFlinkMaster(), version, line(ours)));
    }
  }

  /** 1.19 of 1.19.3: a job fits all versions of a line. */
  private static String line(String version) {
    return version.replaceFirst("^(\\d+\\.\\d+).*", "$1");
  }

  /** The cluster may not answer yet when it was made for this job alone. */
  private void checkAround() {
    FlinkCluster found = atRest();
    try {
      sharesDisk = found.isOnThisMachine();
      retry(found);
      cluster = found;
    } catch (IOException e) {
      sharesDisk = false;
      if (configuration.getOptional(RestartStrategyOptions.RESTART_STRATEGY).isEmpty()) {
        setRetries();
      }
    }
    if (!configuration.get(DeploymentOptions.ATTACHED) || !options.getAttachedMode()) {
      options.setAttachedMode(false);
      notes.add(LEFT);
    }
  }

  private FlinkCluster atRest() {
    String host = configuration.getOptional(RestOptions.ADDRESS).orElse("localhost");
    return new FlinkCluster(
        URI.create("http://%s:%d".formatted(host, configuration.get(RestOptions.PORT))));
  }

  /** A strategy of the cluster's own stays. */
  private void retry(FlinkCluster found) throws IOException {
    String key = RestartStrategyOptions.RESTART_STRATEGY.key();
    String old = key.replaceFirst("\\.type$", "");
    if (found.configured(key).isEmpty() && found.configured(old).isEmpty()) {
      setRetries();
    }
  }

  private void setRetries() {
    if (options.getNumberOfExecutionRetries() == -1) {
      options.setNumberOfExecutionRetries(RETRIES);
      options.setExecutionRetryDelay(RETRY_DELAY_MILLIS);
    }
  }
}
