package io.credence.jobs.runner;

import io.credence.problem.Problems;
import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptions;
import org.jspecify.annotations.Nullable;

/**
 * One of Beam's runners, as far as this work wants something of it.
 *
 * <p>An implementation is found by {@link java.util.ServiceLoader}: it has a public constructor
 * without parameters, and its class is named in {@code
 * META-INF/services/io.credence.jobs.runner.Runner}. A run makes one instance and calls {@link
 * #prepare}, {@link #check} and {@link #start} in this order, each at most once; what {@code check}
 * finds out may be asked for after it. Runners of Beam without an implementation work as well, as
 * {@link Runners#of} says.
 */
public interface Runner {

  /**
   * The word that {@code --runner} begins with when this runner is meant, in lower case: {@code
   * flink} stands for {@code Flink}, {@code FlinkRunner} and {@code flinkrunner}.
   */
  String name();

  /** Of several runners on the class path, the one with the lowest number runs what names none. */
  default int precedence() {
    return 100;
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
   * @param arguments as they were typed; receives the settings
   * @param work what is to be done
   * @param problems receives a line for each value that the runner would answer with an exception
   */
  default void prepare(GivenArguments arguments, Work work, Problems problems) {}

  /**
   * Looks at where a job would run, before anything else is done.
   *
   * @param work what is to be done, as it was said to {@link #prepare}
   * @param problems receives a line for each thing that would fail, or lose data
   * @param notes receives a line for each thing that was set right
   */
  default void check(PipelineOptions options, Work work, Problems problems, List<String> notes) {}

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
  default boolean restoresSavepoint() {
    return false;
  }

  /** The savepoint that options name for a job to go on from; null when they name none. */
  default @Nullable String savepoint(PipelineOptions options) {
    return null;
  }

  /** Whether a job is started and left to itself; known once it was checked. */
  default boolean detached() {
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
