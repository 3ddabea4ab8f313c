package io.credence.cli.command;

import io.credence.jobs.runner.RunningJob;
import java.io.IOException;
import org.apache.beam.sdk.PipelineResult.State;
import org.jspecify.annotations.Nullable;

/**
 * What only one kind of job does, by what it computes, where records come from and where they go.
 * All else is done by {@link JobRun}, in the order of these methods.
 */
interface JobWay extends AutoCloseable {

  /** Makes ready what the job needs, and says what it will do. */
  default void begin() throws IOException {}

  /** Waits until a job ends, or leaves it, and shows how far it is. */
  State await(RunningJob job);

  /**
   * Takes back what is half done, when a job could not be started or awaited.
   *
   * @param job null when it was not started
   * @throws IOException in place of the failure, when that is not all there is to say
   */
  default void failed(@Nullable RunningJob job, Throwable failure) throws IOException {}

  /**
   * Reports a job that was awaited.
   *
   * @param seconds how long it took
   */
  ExitCode end(State state, RunningJob job, double seconds) throws IOException;

  /** Gives up what was taken in {@link #begin}. */
  @Override
  default void close() throws IOException {}

  /** How the line of a failure begins. */
  default String failure() {
    return "The job failed: ";
  }
}
