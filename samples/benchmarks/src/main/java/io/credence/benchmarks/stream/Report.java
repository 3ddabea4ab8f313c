package io.credence.benchmarks.stream;

import io.credence.cli.command.Console;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** Says in Markdown what was measured, as soon as it is known. */
final class Report {

  private final Console console;
  private final Map<StreamCase, Maximum> maxima = new HashMap<>();
  private final Map<Integer, Double> kernel = new HashMap<>();

  Report(Console console) {
    this.console = console;
  }

  /**
   * What the kernel takes, by itself.
   *
   * @param microseconds of the processor, per record
   */
  void kernel(int numSamples, double microseconds) {
    kernel.put(numSamples, microseconds);
    line("The kernel takes %.1f µs per record at %,d samples.", microseconds, numSamples);
  }

  void head() {
    line("");
    line(
        "| stream / slots | of the maximum | messages/s | p50 ms | p99 ms | p99.9 ms | largest ms"
            + " | CPU s: stream | broker | sending and reading | clock s |");
    line("|---|---|---|---|---|---|---|---|---|---|---|");
  }

  void maximum(StreamCase stream, Maximum maximum) {
    maxima.put(stream, maximum);
    line(
        "| %s | all | %,.0f | | | | | %s |",
        stream.name(), maximum.rate(), text(maximum.processors()));
  }

  void paced(StreamCase stream, Paced paced) {
    Histogram latency = paced.latency();
    line(
        "| %s | %d %% | %,.0f | %s | %s | %s | %s | %s |",
        stream.name(),
        paced.percent(),
        paced.rate(),
        milliseconds(latency, 50),
        milliseconds(latency, 99),
        milliseconds(latency, 99.9),
        milliseconds(latency, 100),
        text(paced.processors()));
  }

  private static String milliseconds(Histogram latency, double percentile) {
    return String.format(Locale.ROOT, "%.1f", latency.getValueAtPercentile(percentile) / 1e3);
  }

  private static String text(Processors spent) {
    return String.format(
        Locale.ROOT,
        "%.1f | %.1f | %.1f | %.1f",
        spent.stream(),
        spent.broker(),
        spent.load(),
        spent.clock());
  }

  /** Each maximum beside what the pipeline without scoring and the kernel would make together. */
  void comparison() {
    line("");
    line(
        "| stream / slots | messages/s | per slot | without scoring and kernel together, per slot | ratio |");
    line("|---|---|---|---|---|");
    for (StreamCase stream : StreamCase.all()) {
      Maximum maximum = maxima.get(stream);
      Maximum without = maxima.get(new StreamCase(0, stream.slots(), false));
      Double microseconds = kernel.get(stream.numSamples());
      if (maximum != null && without != null && microseconds != null) {
        double perSlot = maximum.rate() / stream.slots();
        double expected = 1 / (stream.slots() / without.rate() + microseconds / 1e6);
        line(
            "| %s | %,.0f | %,.0f | %,.0f | %.2f |",
            stream.name(), maximum.rate(), perSlot, expected, perSlot / expected);
      }
    }
  }

  private void line(String format, Object... values) {
    console.println(String.format(Locale.ROOT, format, values));
  }
}
