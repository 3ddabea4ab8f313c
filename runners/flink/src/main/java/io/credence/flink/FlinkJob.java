package io.credence.flink;

import io.credence.jobs.runner.RunningJob;
import io.credence.jobs.runner.ScoringCounters;
import io.credence.jobs.runner.Stop;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.PipelineResult.State;
import org.apache.flink.runtime.client.JobCancellationException;
import org.apache.flink.runtime.client.JobExecutionException;
import org.apache.flink.util.ExceptionUtils;
import org.jspecify.annotations.Nullable;

/** A job on Flink. The runner's {@code run()} returns when it is over, or was left to a cluster. */
final class FlinkJob implements RunningJob {

  private final String name;
  private final FlinkPlace place;
  private final @Nullable FlinkCluster cluster;
  private final boolean attached;
  private final FutureTask<PipelineResult> run;

  private FlinkJob(Pipeline pipeline, FlinkPlace place, FlinkCheck check) {
    this.name = pipeline.getOptions().getJobName();
    this.place = place;
    this.cluster = check.cluster();
    this.attached = pipeline.getOptions().as(FlinkPipelineOptions.class).getAttachedMode();
    this.run = new FutureTask<>(() -> run(pipeline, place, check));
  }

  private static PipelineResult run(Pipeline pipeline, FlinkPlace place, FlinkCheck check) {
    if (place == FlinkPlace.AROUND) {
      FlinkEnvironment.provideAround();
      return pipeline.run();
    }
    FlinkEnvironment.provide(check.configuration());
    try {
      return pipeline.run();
    } finally {
      FlinkEnvironment.remove();
    }
  }

  static FlinkJob start(Pipeline pipeline, FlinkPlace place, FlinkCheck check) {
    FlinkJob job = new FlinkJob(pipeline, place, check);
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
      return state(run.get(patience.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The wait for the job was interrupted", e);
    } catch (ExecutionException e) {
      if (ExceptionUtils.findThrowable(e, JobCancellationException.class).isPresent()) {
        return State.CANCELLED;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException(e);
    }
  }

  /** Not every cluster reports the state of a job that was left to it, and none is waited for. */
  private State state(PipelineResult result) {
    return attached ? result.getState() : State.RUNNING;
  }

  @Override
  public Optional<Stop> stop(boolean endless) {
    String savepoint = savepoint();
    return savepoint != null || endless ? Optional.of(new Stop(savepoint)) : Optional.empty();
  }

  private @Nullable String savepoint() {
    try {
      return cluster == null ? null : cluster.lastSavepoint(name);
    } catch (IOException e) {
      return null; // A cluster for one job may end with it.
    }
  }

  @Override
  public Map<String, Long> counters() {
    try {
      return ScoringCounters.of(run.get());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The wait for the job was interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public boolean isOver() {
    if (place == FlinkPlace.EMBEDDED) {
      return true;
    }
    if (!run.isDone()) {
      return false;
    }
    try {
      return state(run.get()) != State.RUNNING;
    } catch (ExecutionException e) {
      return ExceptionUtils.findThrowable(e, JobExecutionException.class).isPresent();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
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

  @Override
  public SortedMap<Long, String> failures() {
    try {
      return cluster == null ? new TreeMap<>() : cluster.failures(name);
    } catch (IOException e) {
      return new TreeMap<>(); // It is on its way up or down, or too busy; it is asked again.
    }
  }
}
