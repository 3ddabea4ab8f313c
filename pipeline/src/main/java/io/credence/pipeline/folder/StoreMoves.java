package io.credence.pipeline.folder;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Moves within stores, several at a time. Each object is copied and then deleted, before the next
 * one's turn: where a run fails, all but the last few are at one place only.
 */
final class StoreMoves {

  private static final int AT_ONCE = 32;
  private static final int PATIENCE_SECONDS = 60;

  private StoreMoves() {}

  static void make(List<Move> moves) throws IOException {
    if (moves.size() == 1) {
      move(moves.get(0));
    } else if (!moves.isEmpty()) {
      makeTogether(moves);
    }
  }

  /** The threads end here: they would keep the classes of a job. */
  private static void makeTogether(List<Move> moves) throws IOException {
    ExecutorService threads = Executors.newFixedThreadPool(Math.min(AT_ONCE, moves.size()));
    try {
      ExecutorCompletionService<Void> work = new ExecutorCompletionService<>(threads);
      for (Move move : moves) {
        work.submit(
            () -> {
              move(move);
              return null;
            });
      }
      for (int i = 0; i < moves.size(); i++) {
        work.take().get();
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while files were given their names");
    } finally {
      end(threads);
    }
  }

  /** What is under way is broken off, so that nothing is moved behind the back of what follows. */
  private static void end(ExecutorService threads) {
    threads.shutdownNow();
    try {
      threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void move(Move move) throws IOException {
    Listing.store(move.target()).move(move.source(), move.target(), move.bytes());
  }
}
