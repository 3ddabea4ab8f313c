package io.credence.cli.command;

import io.credence.beam.store.Claim;
import io.credence.jobs.runner.RunningJob;
import io.credence.jobs.sink.folder.FailedRun;
import io.credence.jobs.sink.folder.FolderSink;
import io.credence.jobs.sink.folder.Manifest;
import io.credence.jobs.sink.folder.RunClaims;
import io.credence.jobs.sink.folder.RunFolders;
import io.credence.jobs.source.files.FilesSource;
import java.io.IOException;
import java.util.Optional;
import org.apache.beam.sdk.PipelineResult.State;
import org.jspecify.annotations.Nullable;

/** Scores files into a folder, which holds all results or none. */
final class FilesToFolderScoring implements JobWay {

  private final ReadyJob<FilesSource, FolderSink> job;
  private final RunFolders folders;
  private final Console console;
  private Optional<Claim> presence = Optional.empty();

  FilesToFolderScoring(ReadyJob<FilesSource, FolderSink> job, Console console) {
    this.job = job;
    this.folders = job.sink().folders();
    this.console = console;
  }

  @Override
  public void begin() throws IOException {
    presence = new RunClaims(folders).presence();
  }

  @Override
  public void close() throws IOException {
    if (presence.isPresent()) {
      presence.get().close();
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
    discard(folders, failure);
  }

  @Override
  public ExitCode end(State state, RunningJob running, double seconds) throws IOException {
    requireDone(state, folders);
    Manifest account =
        folders
            .account()
            .orElseThrow(
                () ->
                    new IOException(
                        folders.manifest()
                            + ": the job succeeded, but its counters can't be read here"));
    return BatchEnd.report(account, job.scoring(), folders, seconds, console);
  }

  /** A job that was let go may be at work still, and needs its files. */
  static void requireDone(State state, RunFolders folders) {
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
  private static void discard(RunFolders folders, Throwable failure) {
    try {
      new FailedRun(folders).discard();
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }
}
