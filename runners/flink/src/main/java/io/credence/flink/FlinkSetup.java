package io.credence.flink;

import io.credence.jobs.runner.CommandFailedException;
import io.credence.jobs.runner.GivenArguments;
import io.credence.jobs.runner.Runner;
import io.credence.jobs.runner.RunningJob;
import io.credence.jobs.runner.Work;
import io.credence.problem.Problems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.flink.client.deployment.application.UnsuccessfulExecutionException;
import org.apache.flink.runtime.clusterframework.ApplicationStatus;
import org.jspecify.annotations.Nullable;

/**
 * Flink: within this JVM, on a cluster that a job is sent to, or around this program, when it was
 * Flink that started it.
 *
 * <p>A batch runs on Flink's DataStream API, as a stream does: its blocking exchanges let a job go
 * on after a machine is lost with the splits that others have scored.
 */
public final class FlinkSetup implements Runner {

  static final String EMBEDDED = "[local]";
  static final String AUTO = "[auto]";

  private static final String MASTER = "--flinkMaster";
  private static final String CONFIGURATION = "--flinkConfDir";
  private static final String PARALLELISM = "--parallelism";
  private static final String JARS = "--filesToStage";

  private static final int CHECKPOINT_MILLIS = 1_000;
  private static final int BUNDLE_MILLIS = 10;

  /** A bundle is a transaction then, which brokers have more work with than with its messages. */
  private static final int TRANSACTION_MILLIS = 50;

  /** It is the time that ends a bundle, and not how many messages came. */
  private static final int BUNDLE_MESSAGES = 100_000;

  private FlinkPlace place = FlinkPlace.EMBEDDED;
  private @Nullable FlinkCheck checked;

  @Override
  public boolean isAround() {
    return FlinkPlace.isAround();
  }

  /** Flink starts a program again that ended in any other way, and would score all night long. */
  @Override
  public RuntimeException failure(String said) {
    return new CommandFailedException(
        said, new UnsuccessfulExecutionException(null, ApplicationStatus.FAILED, said, null));
  }

  @Override
  public String name() {
    return "flink";
  }

  @Override
  public void prepare(GivenArguments arguments, Work work, Problems problems) {
    String master = arguments.value(MASTER).orElse(AUTO);
    place = FlinkPlace.of(master);
    arguments
        .value(CONFIGURATION)
        .filter(folder -> !Files.isDirectory(Path.of(folder)))
        .ifPresent(
            folder -> problems.add(CONFIGURATION + "=" + folder + ": there is no such folder"));
    arguments
        .value(PARALLELISM)
        .filter(value -> value.matches("0+|-\\d+"))
        .ifPresent(value -> problems.add(PARALLELISM + "=" + value + ": must be at least 1"));
    arguments.addUnlessGiven("--runner", "FlinkRunner");
    if (work.bounded()) {
      arguments.addUnlessGiven("--useDataStreamForBatch", true);
    } else {
      prepareStream(arguments, work, problems);
    }
    switch (place) {
      case EMBEDDED -> {
        if (arguments.value("--attachedMode").orElse("").equals("false")) {
          problems.add(
              "--attachedMode=false: Flink within this JVM ends with it; name a cluster by --flinkMaster");
        }
      }
      case AROUND -> {
        if (!master.equals(AUTO)) {
          problems.add(
              MASTER + "=" + master + ": is not for jobs that Flink itself starts; leave it out");
        }
      }
      case REMOTE -> prepareRemote(master, arguments, problems);
    }
  }

  /** Beam by itself takes no checkpoints, without which a message is lost with its machine. */
  private static void prepareStream(GivenArguments arguments, Work work, Problems problems) {
    arguments.addUnlessGiven("--streaming", true);
    if (arguments.value("--streaming").orElse("").equals("false")) {
      problems.add("--streaming=false: a topic is a stream; leave it out");
    }
    arguments.addUnlessGiven("--checkpointingInterval", CHECKPOINT_MILLIS);
    // How long a message may wait for others before they are written together.
    arguments.addUnlessGiven(
        "--maxBundleTimeMills", work.transactional() ? TRANSACTION_MILLIS : BUNDLE_MILLIS);
    arguments.addUnlessGiven("--maxBundleSize", BUNDLE_MESSAGES);
    // No step changes what it was given, so none needs a copy.
    arguments.addUnlessGiven("--fasterCopy", true);
    if (arguments
        .value("--unalignedCheckpointEnabled")
        .filter(value -> !value.equals("false"))
        .isPresent()) {
      problems.add(
          "--unalignedCheckpointEnabled: messages would reach files out of order after a restart; leave it out");
    }
    arguments
        .value("--checkpointingInterval")
        .filter(interval -> interval.matches("0+|-.*"))
        .ifPresent(
            interval ->
                problems.add(
                    "--checkpointingInterval="
                        + interval
                        + ": without checkpoints, messages are lost with a machine; must be at least 1 (milliseconds)"));
  }

  private static void prepareRemote(String master, GivenArguments arguments, Problems problems) {
    if (FlinkAddress.parse(master).isEmpty()) {
      problems.add(
          "%s=%s: must be HOST:PORT of a cluster, or %s for Flink within this JVM"
              .formatted(MASTER, master, EMBEDDED));
    }
    JobJar.find().ifPresent(jar -> arguments.addUnlessGiven(JARS, jar));
    if (arguments.value(JARS).isEmpty()) {
      problems.add(
          JARS + ": is required where Credence does not come as one jar with Beam's runner");
    }
  }

  @Override
  public void check(PipelineOptions options, Work work, Problems problems, List<String> notes) {
    FlinkCheck check =
        new FlinkCheck(place, options.as(FlinkPipelineOptions.class), work, problems, notes);
    check.run();
    checked = check;
  }

  @Override
  public boolean sharesDisk() {
    return checked().sharesDisk();
  }

  @Override
  public boolean keepsOrder() {
    return true;
  }

  @Override
  public boolean restoresSavepoint() {
    return checked().restoresSavepoint();
  }

  @Override
  public @Nullable String savepoint(PipelineOptions options) {
    return options.as(FlinkPipelineOptions.class).getSavepointPath();
  }

  @Override
  public boolean detached() {
    return checked().detached();
  }

  @Override
  public Optional<String> whereabouts(PipelineOptions options) {
    FlinkCluster cluster = checked().cluster();
    return place != FlinkPlace.REMOTE || cluster == null
        ? Optional.empty()
        : Optional.of("Job %s goes to %s".formatted(options.getJobName(), cluster.rest()));
  }

  @Override
  public RunningJob start(Pipeline pipeline) {
    // Beam's runner asks Flink for an environment then, rather than making one of its own.
    pipeline.getOptions().as(FlinkPipelineOptions.class).setFlinkMaster(AUTO);
    return FlinkJob.start(pipeline, place, checked());
  }

  private FlinkCheck checked() {
    return Objects.requireNonNull(checked, "not checked yet");
  }
}
