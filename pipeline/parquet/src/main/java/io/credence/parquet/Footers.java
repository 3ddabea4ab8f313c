package io.credence.parquet;

import io.credence.problem.Problems;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.parquet.schema.MessageType;

/**
 * Reads the footers of many files, several at a time: a store takes its time for each, and has time
 * for many. Of equal schemas one is kept, so that memory grows by little with each file.
 */
final class Footers {

  private static final int AT_ONCE = 32;

  private final long maxPageBytes;
  private final Function<Throwable, String> words;
  private final Problems problems;
  private final Map<MessageType, MessageType> schemas = new ConcurrentHashMap<>();

  /**
   * @param words says in a line why something failed
   * @param problems receives a line for each file that is none
   */
  Footers(long maxPageBytes, Function<Throwable, String> words, Problems problems) {
    this.maxPageBytes = maxPageBytes;
    this.words = words;
    this.problems = problems;
  }

  /** In the order of the files; one that is no Parquet file is reported and left out. */
  List<ParquetInput> read(List<MatchResult.Metadata> files) throws IOException {
    ExecutorService threads =
        Executors.newFixedThreadPool(Math.max(1, Math.min(AT_ONCE, files.size())));
    try {
      List<ParquetInput> inputs = new ArrayList<>();
      Queue<Future<ParquetInput>> ahead = new ArrayDeque<>();
      for (MatchResult.Metadata file : files) {
        if (ahead.size() > 2 * AT_ONCE) {
          take(ahead.remove(), inputs);
        }
        ahead.add(threads.submit(() -> open(file)));
      }
      while (!ahead.isEmpty()) {
        take(ahead.remove(), inputs);
      }
      return inputs;
    } finally {
      threads.shutdownNow();
    }
  }

  /** What goes wrong with one of many files names that one. */
  private ParquetInput open(MatchResult.Metadata file)
      throws IOException, UnreadableParquetException {
    try {
      return ParquetInput.open(file, maxPageBytes, this::known);
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      String name = file.resourceId().toString();
      String line = words.apply(e);
      throw new IOException(line.startsWith(name) ? line : name + ": " + line, e);
    }
  }

  private MessageType known(MessageType schema) {
    return schemas.computeIfAbsent(schema, itself -> itself);
  }

  private void take(Future<ParquetInput> input, List<ParquetInput> inputs) throws IOException {
    try {
      inputs.add(input.get());
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnreadableParquetException unreadable) {
        problems.add(String.valueOf(unreadable.getMessage()));
      } else if (e.getCause() instanceof IOException failure) {
        throw failure;
      } else {
        throw new IOException(words.apply(e), e);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while footers were read");
    }
  }
}
