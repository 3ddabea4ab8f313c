package io.credence.benchmarks.serve;

import io.credence.benchmarks.KernelTime;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;

/**
 * Asks a server that runs, and prints a line for each case: {@code load NAME PORT PID SECONDS}, or
 * {@code crowd PORT PID SECONDS}; and {@code kernel} for what scoring alone takes. Of a load and of
 * the kernel: who, records of a request, samples, connections, requests per second, p50 and p99 in
 * milliseconds, and microseconds of processor time per record, with tabs between them.
 */
public final class ServeBenchmark {

  private static final String RECORD = "{\"x\": 5, \"category\": 2}";
  private static final String RECORDS = "/v1/models/category-slopes:predict";
  private static final int IDLE = 1_000;
  private static final int[] NUMBERS_OF_SAMPLES = {100, 1_000};
  private static final int[] NUMBERS_OF_RECORDS = {1, 100};

  private ServeBenchmark() {}

  public static void main(String[] args) throws Exception {
    switch (args[0]) {
      case "load" ->
          load(
              args[1],
              Integer.parseInt(args[2]),
              Long.parseLong(args[3]),
              Duration.ofSeconds(Long.parseLong(args[4])));
      case "crowd" ->
          crowd(
              Integer.parseInt(args[1]),
              Long.parseLong(args[2]),
              Duration.ofSeconds(Long.parseLong(args[3])));
      case "kernel" -> {
        for (int samples : NUMBERS_OF_SAMPLES) {
          System.out.printf(
              Locale.ROOT, "kernel\t1\t%d\t\t\t\t\t%.2f%n", samples, KernelTime.ofSlopes(samples));
        }
      }
      default -> throw new IllegalArgumentException(args[0]);
    }
  }

  private static void load(String name, int port, long pid, Duration time) throws Exception {
    for (int records : NUMBERS_OF_RECORDS) {
      for (int samples : NUMBERS_OF_SAMPLES) {
        for (int connections : new int[] {1, 16}) {
          Load load = new Load(port, pid, connections, request(records, samples));
          // The first have their code compiled.
          load.run(time);
          Load.Seen seen = load.run(time);
          System.out.printf(
              Locale.ROOT,
              "%s\t%d\t%d\t%d\t%.0f\t%.2f\t%.2f\t%.2f%n",
              name,
              records,
              samples,
              connections,
              seen.perSecond(),
              seen.micros().getValueAtPercentile(50) / 1e3,
              seen.micros().getValueAtPercentile(99) / 1e3,
              seen.cpuMicros() / records);
        }
      }
    }
  }

  private static void crowd(int port, long pid, Duration time) throws Exception {
    Load load = new Load(port, pid, 4, request(1, 1_000));
    load.run(time);
    System.out.printf(Locale.ROOT, "alone: p99 %.2f ms%n", p99(load.run(time)));
    try (Crowd crowd = new Crowd(port, IDLE)) {
      System.out.printf(Locale.ROOT, "beside %s: p99 %.2f ms%n", crowd, p99(load.run(time)));
    }
    System.out.printf(Locale.ROOT, "alone again: p99 %.2f ms%n", p99(load.run(time)));
  }

  private static double p99(Load.Seen seen) {
    return seen.micros().getValueAtPercentile(99) / 1e3;
  }

  private static byte[] request(int records, int samples) {
    String list = String.join(",", Collections.nCopies(records, RECORD));
    return Connection.request(
        RECORDS,
        "{\"instances\": [%s], \"parameters\": {\"n_samples\": %s}}".formatted(list, samples));
  }
}
