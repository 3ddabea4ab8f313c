package io.credence.streaming;

import io.credence.cli.command.Console;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/** What is seen while the stream runs: a line each second, and a few flights now and then. */
final class Screen {

  private static final int SECONDS_BETWEEN_FLIGHTS = 5;
  private static final String LINE = "%7s %9s %9s %9s %9s %13s";

  private final Console console;
  private long sent;
  private int seconds;

  Screen(Console console) {
    this.console = console;
  }

  void say(String format, Object... values) {
    console.println(String.format(Locale.ROOT, format, values));
  }

  /**
   * The first second begins.
   *
   * @param sentSoFar how many flights were sent before
   */
  void head(long sentSoFar) {
    sent = sentSoFar;
    say(LINE, "second", "sent/s", "scored/s", "p50 ms", "p99 ms", "dead letters");
  }

  /**
   * A second is over.
   *
   * @param sentSoFar how many flights were sent, by now
   * @param came what came out in this second
   */
  void second(long sentSoFar, Arrivals came) throws IOException {
    seconds++;
    Histogram latency = came.takeLatency();
    say(
        LINE,
        seconds,
        String.format(Locale.ROOT, "%,d", sentSoFar - sent),
        String.format(Locale.ROOT, "%,d", latency.getTotalCount()),
        milliseconds(latency, 50),
        milliseconds(latency, 99),
        String.format(Locale.ROOT, "%,d", came.deadLetters()));
    sent = sentSoFar;
    List<byte[]> examples = came.takeExamples();
    if (seconds % SECONDS_BETWEEN_FLIGHTS == 1) {
      for (byte[] message : examples) {
        say("          %s", EnrichedFlight.parse(message));
      }
    }
  }

  /** A dash for none at all. */
  private static String milliseconds(Histogram latency, double percentile) {
    return latency.getTotalCount() == 0
        ? "-"
        : Long.toString(latency.getValueAtPercentile(percentile));
  }

  void summary(long sentInAll, Arrivals came, long repeats) {
    Histogram latency = came.latency();
    count("sent", sentInAll);
    count("scored", came.scored());
    count("dead letters", came.deadLetters());
    count("missing", sentInAll - came.distinct());
    count("repeats, left out", repeats);
    say(
        "%-20s p50 %s, p99 %s, largest %s",
        "latency in ms",
        milliseconds(latency, 50),
        milliseconds(latency, 99),
        milliseconds(latency, 100));
  }

  private void count(String name, long count) {
    say("%-20s %,d", name, count);
  }
}
