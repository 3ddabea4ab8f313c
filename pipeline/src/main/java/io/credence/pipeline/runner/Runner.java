package io.credence.pipeline.runner;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptions;
import org.jspecify.annotations.Nullable;

/** One of Beam's runners, as far as this work wants something of it. */
public interface Runner {

  /** The runner that arguments ask for; when they ask for none, the one that is at hand. */
  static Runner of(List<String> arguments) {
    String usual = AvailableRunners.hasDirect() ? "direct" : "flink";
    String name =
        RunnerArguments.value(arguments, "--runner").orElse(usual).toLowerCase(Locale.ROOT);
    if (name.startsWith("flink") && AvailableRunners.hasFlink()) {
      return new FlinkSetup();
    }
    return name.startsWith("direct") && AvailableRunners.hasDirect()
        ? new DirectSetup()
        : new Runner() {};
  }

  /** Whether it is the runner that started this program, whose process then is not ours to end. */
  default boolean isAround() {
    return false;
  }

  /**
   * What tells the runner around this program that a command failed.
   *
   * @param said what the command said of that
   */
  default RuntimeException failure(String said) {
    return new CommandFailedException(said, null);
  }

  /**
   * Adds settings that the runner should have for this work, unless the user asks for others.
   *
   * @param problems receives a line for each value that the runner would answer with an exception
   */
  default List<String> prepare(List<String> arguments, List<String> problems) {
    return arguments;
  }

  /**
   * Looks at where a job would run, before anything else is done.
   *
   * @param problems receives a line for each thing that would fail, or lose data
   * @param notes receives a line for each thing that was set right
   */
  default void check(PipelineOptions options, List<String> problems, List<String> notes) {}

  /** Whether the workers see the disk of this machine; known once it was checked. */
  default boolean sharesDisk() {
    return true;
  }

  /**
   * Whether what a reader of a source reads reaches the next steps in its order, and in one place.
   */
  default boolean keepsOrder() {
    return false;
  }

  /** Whether a job goes on from what an earlier one has saved; known once it was checked. */
  default boolean resumes() {
    return false;
  }

  /** The savepoint that options name for a job to go on from; null when they name none. */
  default @Nullable String savepoint(PipelineOptions options) {
    return null;
  }

  /** Whether a job is started and left to itself; known once it was checked. */
  default boolean leavesJob() {
    return false;
  }

  /**
   * By what name, and where, a job is to be found that goes elsewhere; empty when it stays here.
   */
  default Optional<String> whereabouts(PipelineOptions options) {
    return Optional.empty();
  }

  /** Starts a job. */
  default RunningJob start(Pipeline pipeline) {
    return new StartedPipeline(pipeline.run());
  }
}
