package io.credence.pipeline.runner;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.PipelineResult.State;
import org.jspecify.annotations.Nullable;

/** A job on Flink. The runner's {@code run()} returns when it is over, or was left to a cluster. */
final class FlinkJob implements RunningJob {

  private final String name;
  private final FlinkPlace place;
  private final @Nullable FlinkCluster cluster;
  private final FutureTask<State> run;

  private FlinkJob(Pipeline pipeline, FlinkPlace place, @Nullable FlinkCluster cluster) {
    FlinkPipelineOptions options = pipeline.getOptions().as(FlinkPipelineOptions.class);
    this.name = options.getJobName();
    this.place = place;
    this.cluster = cluster;
    this.run = new FutureTask<>(() -> run(pipeline, options.getAttachedMode()));
  }

  /** Not every cluster tells the state of a job that was left to it, and nobody waits for it. */
  private static State run(Pipeline pipeline, boolean attached) {
    PipelineResult result = pipeline.run();
    return attached ? result.getState() : State.RUNNING;
  }

  /**
   * Starts a job.
   *
   * @param cluster where to ask how it fares; null when nobody can be asked
   */
  static FlinkJob start(Pipeline pipeline, FlinkPlace place, @Nullable FlinkCluster cluster) {
    FlinkJob job = new FlinkJob(pipeline, place, cluster);
    if (place == FlinkPlace.AROUND) {
      job.run.run(); // Flink keeps what it knows of a program that it started with that thread.
    } else {
      Thread thread = new Thread(job.run, "flink-job");
      thread.setDaemon(true);
      thread.start();
    }
    return job;
  }

  @Override
  public State await() {
    State state = null;
    while (state == null) {
      state = await(Duration.ofDays(1));
    }
    return state;
  }

  @Override
  public @Nullable State await(Duration patience) {
    try {
      return run.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnfollowedJobException("Nobody waits for the job any more", e);
    } catch (ExecutionException e) {
      throw failure(e.getCause() == null ? e : e.getCause());
    }
  }

  /** A cluster that can't be asked may be at work still. */
  private RuntimeException failure(Throwable cause) {
    if (place != FlinkPlace.EMBEDDED && !isOver()) {
      return new UnfollowedJobException(
          "The cluster can't be asked any more; the job may be at work still", cause);
    }
    return cause instanceof RuntimeException failure ? failure : new IllegalStateException(cause);
  }

  private boolean isOver() {
    try {
      return cluster != null && cluster.state(name).matches("|FAILED|CANCELED|FINISHED");
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public double shareDone(long records) {
    try {
      return cluster == null ? 0 : cluster.shareDone(name);
    } catch (IOException e) {
      return 0; // Nothing but progress hangs on it.
    }
  }
}
