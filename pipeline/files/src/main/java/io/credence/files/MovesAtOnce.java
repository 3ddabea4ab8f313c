package io.credence.files;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Moves, several at a time where each is an answer across a network. An object is copied and then
 * deleted, before the next one's turn: where a run fails, all but the last few are at one place
 * only.
 */
final class MovesAtOnce {

  private static final int PATIENCE_SECONDS = 60;

  private MovesAtOnce() {}

  static void make(List<Move> moves) throws IOException {
    int atOnce = moves.isEmpty() ? 1 : Listing.store(moves.get(0).target()).movesAtOnce();
    if (moves.size() > 1 && atOnce > 1) {
      makeTogether(moves, Math.min(atOnce, moves.size()));
      return;
    }
    for (Move move : moves) {
      move(move);
    }
  }

  /** The threads end here: they would keep the classes of a job. */
  private static void makeTogether(List<Move> moves, int atOnce) throws IOException {
    ExecutorService threads = Executors.newFixedThreadPool(atOnce);
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

  /** Another attempt of the same run may be at it as well, and be faster. */
  private static void move(Move move) throws IOException {
    try {
      Listing.store(move.target()).move(move.source(), move.target(), move.bytes());
    } catch (FileNotFoundException e) {
      if (!Listing.size(move.target()).equals(OptionalLong.of(move.bytes()))) {
        throw e;
      }
    }
  }
}
