package io.credence.s3;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Reads many small objects at once: each alone takes a store's answering time. */
final class Together {

  private static final int AT_ONCE = 32;

  private Together() {}

  /** What is done for each. */
  interface Reading {
    byte[] of(String name) throws IOException;
  }

  /**
   * The contents, in the order of the names.
   *
   * @throws IOException the first that a reading threw, in the order of the names
   */
  static List<byte[]> read(List<String> names, Reading reading) throws IOException {
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<Callable<byte[]>> readings = new ArrayList<>();
      names.forEach(name -> readings.add(() -> reading.of(name)));
      List<byte[]> contents = new ArrayList<>();
      for (Future<byte[]> each : threads.invokeAll(readings)) {
        contents.add(each.get());
      }
      return contents;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Interrupted while objects were read");
    } catch (ExecutionException e) {
      throw thrown(e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  private static IOException thrown(@Nullable Throwable cause) {
    if (cause instanceof IOException failure) {
      return failure;
    }
    if (cause instanceof RuntimeException failure) {
      throw failure;
    }
    if (cause instanceof Error failure) {
      throw failure;
    }
    return new IOException(cause);
  }
}
