package io.credence.pipeline.runner;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptions;
import org.jspecify.annotations.Nullable;

/**
 * Flink: within this JVM, on a cluster that a job is sent to, or around this program, when it was
 * Flink that started it.
 *
 * <p>A batch runs on Flink's DataStream API, as a stream does: its blocking exchanges let a job go
 * on after a machine is lost with the splits that others have scored.
 */
final class FlinkSetup implements Runner {

  private static final String MASTER = "--flinkMaster";
  private static final String EMBEDDED = "[local]";
  private static final String AUTO = "[auto]";
  private static final Pattern ADDRESS =
      Pattern.compile("(https?://)?([^\\[\\]/:]+|\\[[0-9a-fA-F:]+])(:\\d{1,5})?/?");

  private FlinkPlace place = FlinkPlace.EMBEDDED;
  private @Nullable FlinkCheck checked;

  @Override
  public boolean isAround() {
    return FlinkPlace.isAround();
  }

  @Override
  public List<String> prepare(List<String> arguments, List<String> problems) {
    String master = RunnerArguments.value(arguments, MASTER).orElse(AUTO);
    place = FlinkPlace.of(master);
    RunnerArguments prepared = new RunnerArguments(arguments);
    prepared.addUnlessGiven("--runner", "FlinkRunner");
    prepared.addUnlessGiven("--useDataStreamForBatch", true);
    switch (place) {
      case EMBEDDED -> prepareEmbedded(arguments, prepared, problems);
      case AROUND -> {
        if (!master.equals(AUTO)) {
          problems.add(
              MASTER + "=" + master + ": is not for jobs that Flink itself starts; leave it out");
        }
      }
      case REMOTE -> {
        if (!ADDRESS.matcher(master).matches()) {
          problems.add(
              "%s=%s: must be HOST:PORT of a cluster, or %s for Flink within this JVM"
                  .formatted(MASTER, master, EMBEDDED));
        }
        JobJar.find().ifPresent(jar -> prepared.addUnlessGiven("--filesToStage", jar));
      }
    }
    return prepared.all();
  }

  private static void prepareEmbedded(
      List<String> arguments, RunnerArguments prepared, List<String> problems) {
    if (RunnerArguments.value(arguments, "--attachedMode").orElse("").equals("false")) {
      problems.add(
          "--attachedMode=false: Flink within this JVM ends with it; name a cluster by --flinkMaster");
    }
    prepared.addUnlessGiven(MASTER, EMBEDDED);
    prepared.addUnlessGiven("--parallelism", Runtime.getRuntime().availableProcessors());
    if (System.getenv("FLINK_CONF_DIR") == null) {
      prepared.addUnlessGiven("--flinkConfDir", EmbeddedConfiguration.write());
    }
  }

  @Override
  public void check(PipelineOptions options, List<String> problems, List<String> notes) {
    FlinkCheck check =
        new FlinkCheck(place, options.as(FlinkPipelineOptions.class), problems, notes);
    check.run();
    checked = check;
  }

  @Override
  public boolean sharesDisk() {
    return checked().sharesDisk();
  }

  @Override
  public boolean leavesJob() {
    return checked().leavesJob();
  }

  @Override
  public RunningJob start(Pipeline pipeline) {
    return FlinkJob.start(pipeline, place, checked().cluster());
  }

  private FlinkCheck checked() {
    return Objects.requireNonNull(checked, "not checked yet");
  }
}
