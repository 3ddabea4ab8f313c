package io.credence.cli.command;

import io.credence.beam.Shadow;
import io.credence.beam.store.Claim;
import io.credence.cli.report.ShadowReport;
import io.credence.jobs.runner.RunningJob;
import io.credence.jobs.sink.folder.FailedRun;
import io.credence.jobs.sink.folder.FolderSink;
import io.credence.jobs.sink.folder.Manifest;
import io.credence.jobs.sink.folder.RunClaims;
import io.credence.jobs.sink.folder.RunFolders;
import io.credence.jobs.sink.folder.ShadowFolder;
import io.credence.jobs.source.files.FilesSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.PipelineResult.State;
import org.jspecify.annotations.Nullable;

/** Scores files into a folder, which holds all results or none. */
final class FilesToFolderScoring implements JobWay {

  private final ReadyJob<FilesSource, FolderSink> job;
  private final RunFolders folders;
  private final @Nullable End end;
  private final Console console;
  private final List<Claim> presences = new ArrayList<>();

  FilesToFolderScoring(ReadyJob<FilesSource, FolderSink> job, Console console) {
    this(job, null, console);
  }

  /**
   * Of a job whose results are no scores.
   *
   * @param end reports it; null where they are scores
   */
  FilesToFolderScoring(ReadyJob<FilesSource, FolderSink> job, @Nullable End end, Console console) {
    this.job = job;
    this.folders = job.sink().folders();
    this.end = end;
    this.console = console;
  }

  /** Reports a job by its account, which says whether there are results. */
  @FunctionalInterface
  interface End {
    ExitCode report(Manifest account, double seconds);
  }

  @Override
  public void begin() throws IOException {
    for (RunFolders each : job.sink().allFolders()) {
      new RunClaims(each).presence().ifPresent(presences::add);
    }
  }

  @Override
  public void close() throws IOException {
    for (Claim presence : presences) {
      presence.close();
    }
  }

  @Override
  public State await(RunningJob running) {
    return Progress.await(running, job.source().rows(), console);
  }

  @Override
  public void failed(@Nullable RunningJob running, Throwable failure) throws IOException {
    if (running != null && !running.isOver()) {
      throw new IOException(
          "its state can no longer be read, and it may still be running: " + Failures.line(failure),
          failure);
    }
    discard(job.sink().allFolders(), failure);
    Optional<IOException> more = MissingComparisons.of(job.sink(), failure);
    if (more.isPresent()) {
      throw more.get();
    }
  }

  @Override
  public ExitCode end(State state, RunningJob running, double seconds) throws IOException {
    requireDone(state, job.sink().allFolders());
    Manifest account =
        folders
            .account()
            .orElseThrow(
                () ->
                    new IOException(
                        folders.manifest()
                            + ": the job succeeded, but its counters can't be read here"));
    return end == null
        ? BatchEnd.report(account, shadow(), job.scoring(), folders, seconds, console)
        : end.report(account, seconds);
  }

  /** What the challenger said; null when there is none, or the run was given up. */
  private @Nullable ShadowReport shadow() throws IOException {
    Shadow shadow = job.scoring().shadow();
    ShadowFolder to = job.sink().shadow();
    if (shadow == null || to == null) {
      return null;
    }
    return to.folders()
        .account()
        .map(
            said ->
                ShadowReport.of(shadow.challenger(), said.scored(), said.deadLetters().byCode())
                    .withOutput(to.folders().output()))
        .orElse(null);
  }

  /** A job that was let go may be at work still, and needs its files. */
  static void requireDone(State state, List<RunFolders> folders) {
    if (state == State.DONE) {
      return;
    }
    boolean over = state == State.FAILED || state == State.CANCELLED;
    IllegalStateException failure =
        new IllegalStateException(
            over
                ? "The runner ended the job as " + state
                : "The runner left the job as " + state + "; it may still be running");
    if (over) {
      discard(folders, failure);
    }
    throw failure;
  }

  /** The first failure is the one to report, even when cleaning up after it fails too. */
  private static void discard(List<RunFolders> folders, Throwable failure) {
    for (RunFolders each : folders) {
      try {
        new FailedRun(each).discard();
      } catch (IOException e) {
        failure.addSuppressed(e);
      }
    }
  }
}
