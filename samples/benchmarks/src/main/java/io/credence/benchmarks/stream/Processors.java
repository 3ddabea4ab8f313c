package io.credence.benchmarks.stream;

import io.credence.kit.process.ManagedProcess;
import java.time.Duration;

/**
 * Processor time, by process.
 *
 * @param stream the pipeline's, in seconds
 * @param broker Kafka's
 * @param load that of this process, which sends and reads
 * @param clock what the clock says
 */
record Processors(double stream, double broker, double load, double clock) {

  /** What was spent so far. */
  static Processors now(ManagedProcess stream, ManagedProcess broker) {
    Duration ours = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    return new Processors(
        seconds(stream.cpu()), seconds(broker.cpu()), seconds(ours), System.nanoTime() / 1e9);
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }

  /** What was spent since. */
  Processors since(Processors begin) {
    return new Processors(
        stream - begin.stream, broker - begin.broker, load - begin.load, clock - begin.clock);
  }
}
