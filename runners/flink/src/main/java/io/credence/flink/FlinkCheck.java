package io.credence.flink;

import io.credence.beam.store.FileKind;
import io.credence.beam.store.StoredFile;
import io.credence.jobs.runner.Work;
import io.credence.problem.Problems;
import java.io.IOException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.DeploymentOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.runtime.jobgraph.SavepointConfigOptions;
import org.apache.flink.runtime.util.EnvironmentInformation;
import org.jspecify.annotations.Nullable;

/** What must be known of a Flink cluster, and set right, before a job goes to it. */
final class FlinkCheck {

  /**
   * How often a job may lose something before it is given up. Flink counts each task that was on a
   * lost machine, and by default gives a job up at the first.
   */
  private static final int RETRIES = 20;

  private static final long RETRY_DELAY_MILLIS = 1_000;

  private static final String LEFT = "The job is left to the cluster";
  private static final String LEFT_BATCH =
      LEFT + ": its _manifest.json appears when its results are whole";

  private final FlinkPlace place;
  private final FlinkPipelineOptions options;
  private final Work work;
  private final Problems problems;
  private final List<String> notes;
  private final Configuration configuration;
  private @Nullable FlinkCluster cluster;

  /** Of a cluster that can't be asked, nothing is said but that. */
  private boolean sharesDisk = true;

  FlinkCheck(
      FlinkPlace place,
      FlinkPipelineOptions options,
      Work work,
      Problems problems,
      List<String> notes) {
    this.place = place;
    this.options = options;
    this.work = work;
    this.problems = problems;
    this.notes = notes;
    this.configuration = FlinkConfigurations.of(place, options);
  }

  boolean sharesDisk() {
    return sharesDisk;
  }

  /** Flink's own client, too, can name what to go on from. */
  boolean restoresSavepoint() {
    return options.getSavepointPath() != null
        || configuration.getOptional(SavepointConfigOptions.SAVEPOINT_PATH).isPresent();
  }

  boolean detached() {
    return !options.getAttachedMode();
  }

  /** The cluster that was found; null when there is none that could be asked. */
  @Nullable FlinkCluster cluster() {
    return cluster;
  }

  /** What the job's environment is configured with. */
  Configuration configuration() {
    return configuration;
  }

  void run() {
    String savepoint = options.getSavepointPath();
    if (savepoint != null) {
      checkSavepoint(savepoint);
    }
    switch (place) {
      case EMBEDDED -> cluster = FlinkConfigurations.cluster(configuration);
      case AROUND -> checkAround();
      case REMOTE -> checkRemote();
    }
    if (detached()) {
      notes.add(options.isStreaming() || work.writesMessages() ? LEFT : LEFT_BATCH);
    }
  }

  private void checkSavepoint(String path) {
    if (!options.isStreaming()) {
      problems.add(
          "--savepointPath=%s: a batch has no state to resume from; leave it out".formatted(path));
    } else if (place != FlinkPlace.REMOTE) {
      problems.add(
          "--savepointPath=%s: is for a cluster that --flinkMaster names; Flink's own client takes -s"
              .formatted(path));
    } else if (!exists(path)) {
      problems.add(
          "--savepointPath=%s: there is no savepoint, as far as can be seen here".formatted(path));
    }
  }

  /** Each has a file of this name. */
  private static boolean exists(String savepoint) {
    try {
      String folder = savepoint.replaceFirst("^file:/*", "/").replaceFirst("/$", "");
      return !StoredFile.find(folder + "/_metadata", FileKind.ANY).isEmpty();
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }

  private void checkRemote() {
    FlinkCluster found = FlinkConfigurations.cluster(configuration);
    cluster = found;
    try {
      checkVersion("--flinkMaster=" + options.getFlinkMaster(), found.version());
      sharesDisk = found.isOnThisMachine();
      retry(found);
      tellSlots(found.slots());
    } catch (IOException e) {
      problems.add(
          "--flinkMaster=%s: no Flink cluster answers at %s: %s"
              .formatted(options.getFlinkMaster(), found.rest(), reason(e)));
    }
  }

  private static String reason(IOException failure) {
    return failure instanceof UnknownHostException
        ? "there is no such host"
        : String.valueOf(failure.getMessage());
  }

  private void tellSlots(int slots) {
    if (slots == 0) {
      notes.add("The cluster has no TaskManager yet; the job waits for one");
    } else if (options.getParallelism() < 1
        && configuration.getOptional(CoreOptions.DEFAULT_PARALLELISM).isEmpty()) {
      notes.add(
          String.format(
              Locale.ROOT,
              "The job runs with a parallelism of 1; the cluster has %d slots, and --parallelism=N takes more of them",
              slots));
    }
  }

  private void checkVersion(String where, String version) {
    String line = FlinkVersion.line();
    if (!version.startsWith(line + ".")) {
      problems.add(
          "%s: is a Flink %s, but this jar is made for Flink %s".formatted(where, version, line));
    }
  }

  /** Not every cluster can be asked: one that was made for this job alone may not answer yet. */
  private void checkAround() {
    checkVersion("The cluster", EnvironmentInformation.getVersion());
    sharesDisk = false;
    FlinkCluster found = FlinkConfigurations.clusterAround(configuration);
    try {
      if (found != null) {
        sharesDisk = found.isOnThisMachine();
        retry(found);
        cluster = found;
      }
    } catch (IOException e) {
      cluster = null; // Then what the configuration says must do.
    }
    if (cluster == null) {
      setRetries();
    }
    if (!configuration.get(DeploymentOptions.ATTACHED)) {
      options.setAttachedMode(false);
    }
  }

  /** A strategy of the cluster's own stays. */
  private void retry(FlinkCluster found) throws IOException {
    String key = RestartStrategyOptions.RESTART_STRATEGY.key();
    String old = key.replaceFirst("\\.type$", "");
    if (found.configured(key).isEmpty() && found.configured(old).isEmpty()) {
      setRetries();
    }
  }

  /** A stream has checkpoints, with which Flink never gives up by itself. */
  private void setRetries() {
    if (!options.isStreaming()
        && options.getNumberOfExecutionRetries() == -1
        && configuration.getOptional(RestartStrategyOptions.RESTART_STRATEGY).isEmpty()) {
      options.setNumberOfExecutionRetries(RETRIES);
      options.setExecutionRetryDelay(RETRY_DELAY_MILLIS);
    }
  }
}
